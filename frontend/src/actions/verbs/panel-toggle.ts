/** Opens or folds the panel beside the sheet. */
import type { Action } from "../action";

export const panelToggle: Action = {
  id: "panel-toggle",
  label: "actions.panel",
  group: "view",
  scope: "page",
  keys: { "Alt+p": [] },
  enabled: () => true,
  run({ session }) {
    const { open, waits = false, tab } = session.panel.value;
    session.panel.value = { open: !open || waits, tab };
  },
};
