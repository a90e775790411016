/** Makes steps a decision, or actions again. */
import type { Action } from "../action";
import { toggleKind } from "../facts";
import { targetSteps } from "../targets";

export const stepDecision: Action = {
  id: "step-decision",
  label: "typing.key.decision",
  group: "step",
  scope: "step",
  keys: { "Alt+d": [] },
  enabled: (editor) => targetSteps(editor).length > 0,
  run(editor) {
    toggleKind(editor, "decision");
  },
};
