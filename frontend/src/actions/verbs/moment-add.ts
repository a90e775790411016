/** Adds a moment: after another, else after the focused one, else last; begins to type its name. */
import { newId } from "../../model/ids";
import { put, set, type Op } from "../../model/records";
import { place } from "../../model/siblings";
import { t } from "../../text";
import type { Action } from "../action";
import type { Editor } from "../editor";

export interface NewMoment {
  readonly after?: string;
  /** Last in this phase; where `after` is given it is that one's phase. */
  readonly phase?: string;
  readonly title?: string;
}

export const momentAdd: Action<[at?: NewMoment], string | null> = {
  id: "moment-add",
  label: "actions.moment.add",
  group: "sheet",
  scope: "page",
  keys: {},
  enabled: () => true,
  run(editor, { after, phase, title } = {}) {
    const state = editor.state.value;
    const previous = state.moment.get(after ?? (phase === undefined ? focusedMoment(editor) : "") ?? "");
    const last = editor.sheet.value.phases.at(-1)?.phase.id;
    const id = newId();
    const name = title ?? t("actions.new.moment");
    const first = newId(); // of a sheet that has no phase yet
    const inPhase = previous?.phase ?? phase ?? last ?? first;
    const ops: Op[] = [];
    if (inPhase === first) ops.push(put("phase", { id: first, title: t("actions.new.phase") }));
    const placed =
      previous === undefined ? [] : place(state.moment.values(), [id], { previous: previous.id });
    const own = placed.find(([one]) => one === id)?.[1];
    ops.push(
      put("moment", { id, phase: inPhase, title: name, ...(own === undefined ? {} : { order: own }) }),
    );
    for (const [one, order] of placed) if (one !== id) ops.push(set("moment", one, "order", order));
    if (editor.submit(t("actions.moment.add"), ops) === null) return null;
    editor.session.focus.value = { on: "moment", id };
    if (title === undefined) editor.session.editing.value = { on: "moment", id };
    editor.session.announce(t("actions.said.headerAdded", { title: name }));
    return id;
  },
};

/** The focused column; of a focused phase, its last one. */
function focusedMoment({ session, sheet }: Editor): string | undefined {
  const focus = session.focus.value;
  if (focus === null || focus.on === "lane") return undefined;
  if (focus.on === "cell") return focus.moment;
  if (focus.on === "moment") return focus.id;
  return sheet.value.phases.find((span) => span.phase.id === focus.id)?.moments.at(-1)?.id;
}
