/** Confirms a finding or a flag: it keeps its mark on the sheet whatever else is shown. */
import { t } from "../../text";
import type { Action } from "../action";
import { reviewOps, targetConcern } from "../reviewing";

export const reviewConfirm: Action<[id?: string]> = {
  id: "review-confirm",
  label: "reviews.confirm.label",
  group: "review",
  scope: "page",
  keys: { "Alt+Shift+c": [] },
  enabled: (editor) => targetConcern(editor) !== null,
  run(editor, id) {
    const concern = targetConcern(editor, id);
    if (concern === null) return;
    const ops = reviewOps(concern, { status: "confirmed", reason: "" });
    if (editor.submit(t("reviews.confirm.label"), ops) !== null)
      editor.session.announce(t("reviews.said.confirmed"));
    editor.session.dismissing.value = null;
  },
};
