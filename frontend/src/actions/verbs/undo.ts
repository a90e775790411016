/** Undoes the newest change made on this page. */
import { t } from "../../text";
import type { Action } from "../action";

export const undo: Action = {
  id: "undo",
  label: "actions.undo",
  group: "history",
  scope: "page",
  keys: { "Mod+z": [] },
  enabled: (editor) => editor.undoable.value !== null,
  run(editor) {
    const label = editor.sync.undo();
    editor.session.announce(
      label === null ? t("actions.said.nothingToUndo") : t("actions.said.undone", { label }),
    );
  },
};
