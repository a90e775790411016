/** Moves a step up or down among the cards of its cell. */
import { t } from "../../text";
import type { Action } from "../action";
import { targetStep } from "../targets";
import { movesTo, submitMoves } from "./step-place";

export const stepReorder: Action<[by: -1 | 1]> = {
  id: "step-reorder",
  label: "actions.step.reorder",
  group: "step",
  scope: "step",
  keys: { "Alt+Shift+ArrowUp": [-1], "Alt+Shift+ArrowDown": [1] },
  enabled(editor) {
    const step = targetStep(editor);
    return step !== null && editor.sheet.value.cell(step.lane, step.moment).length > 1;
  },
  run(editor, by) {
    const step = targetStep(editor);
    if (step === null) return;
    const cell = editor.sheet.value.cell(step.lane, step.moment);
    const at = cell.findIndex((one) => one.id === step.id);
    if (cell[at + by] === undefined) {
      editor.session.announce(t("actions.said.edge"));
      return;
    }
    const before = cell[by < 0 ? at - 1 : at + 2]?.id ?? null;
    submitMoves(editor, [step], movesTo(editor, [step], { lane: step.lane, moment: step.moment, before }));
  },
};
