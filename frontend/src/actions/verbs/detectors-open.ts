/** Opens the settings of the detectors: which kinds of friction are looked for, and from which limits on. */
import type { Action } from "../action";

export const detectorsOpen: Action = {
  id: "detectors-open",
  label: "actions.detectors",
  group: "blueprint",
  scope: "page",
  keys: {},
  enabled: () => true,
  run({ session }) {
    session.detectors.value = true;
  },
};
