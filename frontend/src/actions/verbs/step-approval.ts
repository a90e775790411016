/** Makes steps an approval, or actions again. */
import { t } from "../../text";
import type { Action } from "../action";
import { nextOf, setFact } from "../facts";
import { targetSteps } from "../targets";

export const stepApproval: Action = {
  id: "step-approval",
  label: "typing.key.approval",
  group: "step",
  scope: "step",
  keys: { "Alt+a": [] },
  enabled: (editor) => targetSteps(editor).length > 0,
  run(editor) {
    const kind = nextOf(editor, ["action", "approval"] as const, (step) =>
      step.kind === "approval" ? "approval" : "action",
    );
    if (kind === undefined) return;
    setFact(
      editor,
      "kind",
      () => kind,
      (now) => t(`typing.fact.kind.${now}`),
    );
  },
};
