/** Opens or folds the list of findings below the sheet. */
import type { Action } from "../action";

export const findingsToggle: Action = {
  id: "findings-toggle",
  label: "actions.findings",
  group: "view",
  scope: "page",
  keys: { "Alt+f": [] },
  enabled: () => true,
  run({ session }) {
    session.tray.value = !session.tray.value;
  },
};
