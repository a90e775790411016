/** English: what actions say; the keys are those of the French file. */
import type { actions as french } from "../fr/actions";

export const actions: Record<keyof typeof french, string> = {
  "actions.step.add": "Add a step",
};
