/** Makes steps an approval, or actions again. */
import type { Action } from "../action";
import { toggleKind } from "../facts";
import { targetSteps } from "../targets";

export const stepApproval: Action = {
  id: "step-approval",
  label: "typing.key.approval",
  group: "step",
  scope: "step",
  keys: { "Alt+a": [] },
  enabled: (editor) => targetSteps(editor).length > 0,
  run(editor) {
    toggleKind(editor, "approval");
  },
};
