/** Shows a finding in the panel, with its path lit on the sheet; asked for again, lets it go. */
import type { Action } from "../action";

export const findingOpen: Action<[fingerprint?: string]> = {
  id: "finding-open",
  label: "actions.finding.open",
  group: "view",
  scope: "page",
  keys: {},
  enabled: () => false, // of the lists, never of a menu
  run({ session }, fingerprint) {
    if (fingerprint === undefined || session.opened.value === fingerprint) {
      session.opened.value = null;
      return;
    }
    session.opened.value = fingerprint;
    session.panel.value = { open: true, tab: "step" };
  },
};
