/** Opens the search in the sheet; where it is open, puts the caret into its field again. */
import type { Action } from "../action";

export const findOpen: Action = {
  id: "find-open",
  label: "find.open",
  group: "view",
  scope: "page",
  keys: { "Mod+f": [] },
  enabled: () => true,
  run({ session }) {
    session.find.value = (session.find.value ?? 0) + 1;
  },
};
