/** Says who by default does the steps of a lane: an actor that exists, a new one by name, or null. */
import { set } from "../../model/records";
import { halfOf } from "../../model/sheet";
import { t } from "../../text";
import type { Action } from "../action";
import { named, type Named } from "../named";
import { targetHeader } from "../targets";

export const laneActor: Action<[id: string, actor: Named | null]> = {
  id: "lane-actor",
  label: "actions.lane.actor",
  group: "sheet",
  scope: "header",
  keys: {},
  enabled: (editor) => targetHeader(editor)?.on === "lane",
  run(editor, id, actor) {
    const state = editor.state.value;
    const lane = state.lane.get(id);
    if (lane === undefined) return;
    const found = actor === null ? null : named(state, "actor", actor, { side: halfOf(lane.kind) });
    const value = found?.id ?? null;
    if (value === lane.actor) return;
    editor.submit(t("actions.lane.actor"), [...(found?.ops ?? []), set("lane", id, "actor", value)]);
  },
};
