/** Takes a note away. */
import { remove } from "../../model/records";
import { t } from "../../text";
import type { Action } from "../action";

export const noteRemove: Action<[id: string]> = {
  id: "note-remove",
  label: "reviews.note.remove",
  group: "review",
  scope: "page",
  keys: {},
  enabled: () => false, // of the panel, never of a menu
  run(editor, id) {
    if (!editor.state.value.note.has(id)) return;
    if (editor.submit(t("reviews.note.remove"), [remove("note", id)]) !== null)
      editor.session.announce(t("reviews.said.noteRemoved"));
  },
};
