/** Names a lane from a text in which "@who" says who does its steps by default: one change. */
import { set, type Op } from "../../model/records";
import { halfOf } from "../../model/sheet";
import { parse, titleWithout } from "../../model/shorthand";
import { t } from "../../text";
import type { Action } from "../action";
import { createNaming } from "../naming";

export const laneWrite: Action<[id: string, text: string]> = {
  id: "lane-write",
  label: "actions.lane.rename",
  group: "sheet",
  scope: "header",
  keys: {},
  enabled: () => false, // of the field, never of a menu
  run(editor, id, text) {
    const state = editor.state.value;
    const lane = state.lane.get(id);
    if (lane === undefined) return;
    const found = parse(text).filter(({ token }) => token.kind === "actor");
    const title = titleWithout(text, found).replace(/\s+/g, " ");
    const naming = createNaming(state);
    const ops: Op[] = title === "" || title === lane.title ? [] : [set("lane", id, "title", title)];
    for (const { token } of found) {
      if (token.kind !== "actor") continue;
      const actor = naming.id("actor", token.name, { side: token.side ?? halfOf(lane.kind) });
      if (token.headcount !== null) naming.set("actor", actor, "headcount", token.headcount);
      if (actor !== lane.actor) ops.push(set("lane", id, "actor", actor));
    }
    editor.submit(t("actions.lane.rename"), [...naming.ops(), ...ops]);
  },
};
