/** Makes again what was undone last. */
import type { Action } from "../action";
import { travel } from "../travel";

export const redo: Action = {
  id: "redo",
  label: "actions.redo",
  group: "history",
  scope: "page",
  keys: { "Mod+Shift+z": [], "Mod+y": [] },
  enabled: (editor) => editor.redoable.value !== null,
  run: (editor) => travel(editor, "redo"),
};
