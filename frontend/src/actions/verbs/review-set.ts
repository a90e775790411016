/** Says who takes care of a finding, by when, or how much it takes. */
import type { Review } from "../../model/records";
import { t } from "../../text";
import type { Action } from "../action";
import { reviewOps, targetConcern } from "../reviewing";

export type ReviewFields = Partial<Pick<Review, "owner" | "due" | "effort">>;

export const reviewSet: Action<[id: string, said: ReviewFields]> = {
  id: "review-set",
  label: "actions.set.review",
  group: "review",
  scope: "page",
  keys: {},
  enabled: () => false, // of the panel, never of a menu
  run(editor, id, said) {
    const concern = targetConcern(editor, id);
    if (concern === null) return;
    const [field] = Object.keys(said) as readonly (keyof ReviewFields)[];
    const label = field === undefined ? t("actions.set.review") : t(`reviews.set.${field}`);
    editor.submit(label, reviewOps(concern, said));
  },
};
