/** What a step rests on: assumed, observed, proposed. */
import { t } from "../../text";
import type { Action } from "../action";
import { nextOf, setFact } from "../facts";
import { targetSteps } from "../targets";

export const stepBasis: Action = {
  id: "step-basis",
  label: "typing.key.basis",
  group: "step",
  scope: "step",
  keys: { "Alt+b": [] },
  enabled: (editor) => targetSteps(editor).length > 0,
  run(editor) {
    const basis = nextOf(editor, ["assumed", "observed", "proposed"] as const, (step) => step.basis);
    if (basis === undefined) return;
    setFact(
      editor,
      "basis",
      () => basis,
      (now) => t(`typing.fact.basis.${now}`),
    );
  },
};
