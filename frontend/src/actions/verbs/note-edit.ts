/** Writes a note anew: its words, its kind and its images are one change. */
import type { Op } from "../../model/records";
import { t } from "../../text";
import type { Action } from "../action";
import type { NoteText } from "./note-add";

export const noteEdit: Action<[id: string, note: NoteText]> = {
  id: "note-edit",
  label: "actions.set.note",
  group: "review",
  scope: "page",
  keys: {},
  enabled: () => false, // of the panel, never of a menu
  run(editor, id, note) {
    const before = editor.state.value.note.get(id);
    if (before === undefined) return;
    const ops = (["kind", "text", "images"] as const)
      .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(note[field]))
      .map((field): Op => ({ op: "set", type: "note", id, field, value: note[field] }));
    editor.submit(t("actions.set.note"), ops);
  },
};
