/** Makes steps a decision, or actions again. */
import { t } from "../../text";
import type { Action } from "../action";
import { nextOf, setFact } from "../facts";
import { targetSteps } from "../targets";

export const stepDecision: Action = {
  id: "step-decision",
  label: "typing.key.decision",
  group: "step",
  scope: "step",
  keys: { "Alt+d": [] },
  enabled: (editor) => targetSteps(editor).length > 0,
  run(editor) {
    const kind = nextOf(editor, ["action", "decision"] as const, (step) =>
      step.kind === "decision" ? "decision" : "action",
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
