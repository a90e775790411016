/** Writes a note on an element, on the sheet, or in the thread of a finding or a flag. */
import { newId } from "../../model/ids";
import { put, type Note } from "../../model/records";
import { t } from "../../text";
import type { Action } from "../action";
import { threadOps } from "../reviewing";

export type NoteText = Pick<Note, "kind" | "text" | "images">;

export const noteAdd: Action<[on: string | null, note: NoteText], string | null> = {
  id: "note-add",
  label: "reviews.note.add",
  group: "review",
  scope: "page",
  keys: {},
  enabled: () => false, // of the panel, never of a menu
  run(editor, on, note) {
    const concern = editor.concerns.value.of(on);
    const thread = concern === null ? { on, ops: [] } : threadOps(concern);
    const id = newId();
    const ops = [...thread.ops, put("note", { id, on: thread.on, ...note })];
    if (editor.submit(t("reviews.note.add"), ops) === null) return null;
    editor.session.announce(t("reviews.said.noted"));
    return id;
  },
};
