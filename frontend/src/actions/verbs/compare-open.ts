/** Opens the comparison of what is with what is aimed at. */
import type { Action } from "../action";

export const compareOpen: Action = {
  id: "compare-open",
  label: "actions.compare",
  group: "blueprint",
  scope: "page",
  keys: {},
  enabled: ({ twins }) => twins.value !== null,
  run({ session }) {
    session.compare.value = true;
  },
};
