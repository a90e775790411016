/** Takes an exchange of information away from a step; the information itself stays. */
import { remove } from "../../model/records";
import { t } from "../../text";
import type { Action } from "../action";

export const exchangeRemove: Action<[id: string]> = {
  id: "exchange-remove",
  label: "actions.exchange.remove",
  group: "step",
  scope: "step",
  keys: {},
  enabled: () => false, // of the panel, never of a menu
  run(editor, id) {
    editor.submit(t("actions.exchange.remove"), [remove("exchange", id)]);
  },
};
