/** Makes again what was undone last. */
import { t } from "../../text";
import type { Action } from "../action";

export const redo: Action = {
  id: "redo",
  label: "actions.redo",
  group: "history",
  scope: "page",
  keys: { "Mod+Shift+z": [], "Mod+y": [] },
  enabled: (editor) => editor.redoable.value !== null,
  run(editor) {
    const label = editor.sync.redo();
    editor.session.announce(
      label === null ? t("actions.said.nothingToRedo") : t("actions.said.redone", { label }),
    );
  },
};
