/** Folds every step to its title. */
import { t } from "../../text";
import type { Action } from "../action";
import { changeFolded } from "../look";

export const foldSteps: Action = {
  id: "fold-steps",
  label: "actions.fold.steps",
  group: "view",
  scope: "page",
  keys: {},
  enabled: ({ session, state }) => [...state.value.step.keys()].some((id) => !session.folded.value.has(id)),
  run(editor) {
    const steps = editor.state.value.step;
    changeFolded(editor, new Set([...editor.session.folded.value, ...steps.keys()]));
    editor.session.announce(t("actions.said.foldedSteps", { n: steps.size }));
  },
};
