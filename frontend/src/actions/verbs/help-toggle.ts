/** Opens or closes the help: every action with its keys. */
import type { Action } from "../action";

export const helpToggle: Action = {
  id: "help-toggle",
  label: "actions.help",
  group: "view",
  scope: "page",
  keys: { "?": [], F1: [] },
  enabled: () => true,
  run({ session }) {
    session.help.value = !session.help.value;
  },
};
