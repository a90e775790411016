/** Dismisses a finding or a flag, with a reason: without one it opens the place where one is given. */
import { t } from "../../text";
import type { Action } from "../action";
import { reviewOps, targetConcern } from "../reviewing";

export const reviewDismiss: Action<[id?: string, reason?: string]> = {
  id: "review-dismiss",
  label: "reviews.dismiss.label",
  group: "review",
  scope: "page",
  keys: { "Alt+Shift+x": [] },
  enabled: (editor) => targetConcern(editor) !== null,
  run(editor, id, reason) {
    const { session } = editor;
    const concern = targetConcern(editor, id);
    if (concern === null) return;
    if (reason === undefined || reason.trim() === "") {
      session.opened.value = concern.id;
      session.panel.value = { open: true, tab: "step" };
      session.dismissing.value = concern.id;
      return;
    }
    const ops = reviewOps(concern, { status: "dismissed", reason: reason.trim() });
    if (editor.submit(t("reviews.dismiss.label"), ops) !== null)
      session.announce(t("reviews.said.dismissed"));
    session.dismissing.value = null;
  },
};
