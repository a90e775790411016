/** Flags on the sheet for every finding, or only for those of the three pairs and the confirmed ones. */
import { t } from "../../text";
import type { Action } from "../action";
import { rememberFlags } from "../flagged";

export const flagsToggle: Action = {
  id: "flags-toggle",
  label: "actions.flags",
  group: "view",
  scope: "page",
  keys: { "Alt+t": [] },
  enabled: ({ findings }) => findings.value.prices !== null,
  run({ session, config, flagged }) {
    const next = session.flags.value === "all" ? "three" : "all";
    session.flags.value = next;
    rememberFlags(config.blueprint, next);
    session.announce(t(`actions.said.flags.${next}`, { n: flagged.value.length }));
  },
};
