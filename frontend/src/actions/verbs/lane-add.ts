/** Adds a lane of a kind, after another of that kind or last of it, and begins to type its name. */
import { newId } from "../../model/ids";
import { put, set, type LaneKind } from "../../model/records";
import { place } from "../../model/siblings";
import { t } from "../../text";
import type { Action } from "../action";
import type { Editor } from "../editor";

export interface NewLane {
  readonly kind?: LaneKind;
  readonly after?: string;
  readonly title?: string;
}

export const laneAdd: Action<[lane?: NewLane], string | null> = {
  id: "lane-add",
  label: "actions.lane.add",
  group: "sheet",
  scope: "page",
  keys: {},
  enabled: () => true,
  run(editor, { kind, after, title } = {}) {
    const { lane } = editor.state.value;
    const previous = lane.get(after ?? (kind === undefined ? focusedLane(editor) : "") ?? "");
    const ofKind = kind ?? previous?.kind ?? "frontstage";
    const id = newId();
    const name = title ?? t(`actions.new.lane.${ofKind}`);
    const placed = previous?.kind === ofKind ? place(lane.values(), [id], { previous: previous.id }) : [];
    const own = placed.find(([one]) => one === id)?.[1];
    const sent = editor.submit(t("actions.lane.add"), [
      put("lane", { id, kind: ofKind, title: name, ...(own === undefined ? {} : { order: own }) }),
      ...placed.filter(([one]) => one !== id).map(([one, order]) => set("lane", one, "order", order)),
    ]);
    if (sent === null) return null;
    editor.session.focus.value = { on: "lane", id };
    if (title === undefined) editor.session.editing.value = { on: "lane", id };
    editor.session.announce(t("actions.said.headerAdded", { title: name }));
    return id;
  },
};

function focusedLane({ session }: Editor): string | undefined {
  const focus = session.focus.value;
  if (focus?.on === "cell") return focus.lane;
  return focus?.on === "lane" ? focus.id : undefined;
}
