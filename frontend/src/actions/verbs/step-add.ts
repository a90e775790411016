/** Adds a step to a cell, last there; without a title begins to type one in the focused empty cell. */
import { newId } from "../../model/ids";
import { put, type Op } from "../../model/records";
import { t } from "../../text";
import type { Action } from "../action";
import { targetCell } from "../targets";

export interface NewStep {
  readonly lane: string;
  readonly moment: string;
  readonly title: string;
  /** The step from which a link leads to the new one; it is part of the same change. */
  readonly linkFrom?: string;
}

export const stepAdd: Action<[step?: NewStep], string | null> = {
  id: "step-add",
  label: "actions.step.add",
  group: "step",
  scope: "cell",
  keys: { Enter: [] },
  enabled: (editor) => targetCell(editor) !== null,
  run(editor, step) {
    const cell = targetCell(editor);
    if (step === undefined) {
      if (cell !== null) {
        editor.session.editing.value = { on: "new", lane: cell.lane, moment: cell.moment, text: "" };
      }
      return null;
    }
    const title = step.title.trim();
    const lane = editor.state.value.lane.get(step.lane);
    if (title === "" || lane === undefined) return null;
    const id = newId();
    const kind = lane.kind === "evidence" ? "evidence" : "action";
    const ops: Op[] = [put("step", { id, lane: step.lane, moment: step.moment, title, kind })];
    const { linkFrom } = step;
    if (linkFrom !== undefined && editor.state.value.step.has(linkFrom)) {
      ops.push(put("link", { id: newId(), source: linkFrom, target: id, kind: "flow" }));
    }
    if (editor.submit(t("actions.step.add"), ops) === null) return null;
    const moment = editor.state.value.moment.get(step.moment);
    editor.session.announce(
      t("actions.said.added", { title, lane: lane.title, moment: moment?.title ?? "" }),
    );
    return id;
  },
};
