/** Takes a flag away, with its review and what was said of it. */
import { remove } from "../../model/records";
import { t } from "../../text";
import type { Action } from "../action";
import { threadOf } from "../concerns";
import { targetConcern } from "../reviewing";

export const flagRemove: Action<[id?: string]> = {
  id: "flag-remove",
  label: "reviews.flag.remove",
  group: "review",
  scope: "page",
  keys: {},
  enabled: (editor) => targetConcern(editor)?.kind === "flag",
  run(editor, id) {
    const concern = targetConcern(editor, id);
    if (concern?.kind !== "flag") return;
    const ops = [
      ...threadOf(concern, editor.state.value.note.values()).map((note) => remove("note", note.id)),
      ...(concern.review === null ? [] : [remove("review", concern.review.id)]),
      remove("flag", concern.id),
    ];
    if (editor.submit(t("reviews.flag.remove"), ops) === null) return;
    if (editor.session.opened.value === concern.id) editor.session.opened.value = null;
    editor.session.announce(t("reviews.said.unflagged"));
  },
};
