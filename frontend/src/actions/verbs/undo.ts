/** Undoes the newest change made on this page. */
import type { Action } from "../action";
import { travel } from "../travel";

export const undo: Action = {
  id: "undo",
  label: "actions.undo",
  group: "history",
  scope: "page",
  keys: { "Mod+z": [] },
  enabled: (editor) => editor.undoable.value !== null,
  run: (editor) => travel(editor, "undo"),
};
