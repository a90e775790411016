/** Chooses a finding to be mended together with others, or leaves it out again. */
import { t } from "../../text";
import type { Action } from "../action";

export const findingChoose: Action<[fingerprint: string]> = {
  id: "finding-choose",
  label: "actions.finding.choose",
  group: "view",
  scope: "page",
  keys: {},
  enabled: () => false, // of the lists, never of a menu
  run({ session }, fingerprint) {
    const chosen = new Set(session.chosen.value);
    if (!chosen.delete(fingerprint)) chosen.add(fingerprint);
    session.chosen.value = chosen;
    session.announce(t("actions.said.chosen", { n: chosen.size }));
  },
};
