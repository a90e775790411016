/** Unfolds everything. */
import { t } from "../../text";
import type { Action } from "../action";
import { changeFolded } from "../look";

export const foldNone: Action = {
  id: "fold-none",
  label: "actions.fold.none",
  group: "view",
  scope: "page",
  keys: { "Alt+Shift+h": [] },
  enabled: ({ session }) => session.folded.value.size > 0,
  run(editor) {
    changeFolded(editor, new Set());
    editor.session.announce(t("actions.said.unfoldedAll"));
  },
};
