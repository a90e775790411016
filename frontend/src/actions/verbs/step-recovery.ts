/** Whether a derailed moment can be recovered at a step: not, it can, not known. */
import { t } from "../../text";
import type { Action } from "../action";
import { nextOf, setFact } from "../facts";
import { targetSteps } from "../targets";

export const stepRecovery: Action = {
  id: "step-recovery",
  label: "typing.key.recovery",
  group: "step",
  scope: "step",
  keys: { "Alt+r": [] },
  enabled: (editor) => targetSteps(editor).length > 0,
  run(editor) {
    const recovery = nextOf(editor, [null, "none", "possible"] as const, (step) => step.recovery);
    if (recovery === undefined) return;
    setFact(
      editor,
      "recovery",
      () => recovery,
      (now) => t(now === null ? "typing.fact.unknown.recovery" : `typing.fact.recovery.${now}`),
    );
  },
};
