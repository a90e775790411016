/** What its doer may decide: has to ask, within limits, alone, not known. */
import { t } from "../../text";
import type { Action } from "../action";
import { nextOf, setFact } from "../facts";
import { targetSteps } from "../targets";

export const stepDecides: Action = {
  id: "step-decides",
  label: "typing.key.decides",
  group: "step",
  scope: "step",
  keys: { "Alt+q": [] },
  enabled: (editor) => targetSteps(editor).length > 0,
  run(editor) {
    const decides = nextOf(editor, [null, "asks", "within-limits", "alone"] as const, (step) => step.decides);
    if (decides === undefined) return;
    setFact(
      editor,
      "decides",
      () => decides,
      (now) => t(now === null ? "typing.fact.unknown.decides" : `typing.fact.decides.${now}`),
    );
  },
};
