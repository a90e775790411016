/** Leaves a finding or a flag open, as if nothing had been decided. */
import { t } from "../../text";
import type { Action } from "../action";
import { reviewOps, targetConcern } from "../reviewing";

export const reviewOpen: Action<[id?: string]> = {
  id: "review-open",
  label: "reviews.open.label",
  group: "review",
  scope: "page",
  keys: { "Alt+Shift+o": [] },
  enabled: (editor) => targetConcern(editor) !== null,
  run(editor, id) {
    const concern = targetConcern(editor, id);
    editor.session.dismissing.value = null;
    if (concern === null || (concern.review?.status ?? "open") === "open") return;
    const ops = reviewOps(concern, { status: "open", reason: "" });
    if (editor.submit(t("reviews.open.label"), ops) !== null) editor.session.announce(t("reviews.said.open"));
  },
};
