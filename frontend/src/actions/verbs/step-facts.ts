/** Opens the field of a card behind its title, for facts in shorthand. */
import type { Action } from "../action";
import { targetStep } from "../targets";

export const stepFacts: Action = {
  id: "step-facts",
  label: "typing.key.facts",
  group: "step",
  scope: "step",
  keys: { "Alt+s": [] },
  enabled: (editor) => targetStep(editor) !== null,
  run(editor) {
    const step = targetStep(editor);
    if (step !== null) editor.session.editing.value = { on: "step", id: step.id, more: true };
  },
};
