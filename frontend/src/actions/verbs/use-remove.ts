/** Takes a tool away from a step; the tool itself stays. */
import { remove } from "../../model/records";
import { t } from "../../text";
import type { Action } from "../action";

export const useRemove: Action<[id: string]> = {
  id: "use-remove",
  label: "actions.use.remove",
  group: "step",
  scope: "step",
  keys: {},
  enabled: () => false, // of the panel, never of a menu
  run(editor, id) {
    editor.submit(t("actions.use.remove"), [remove("use", id)]);
  },
};
