/** C, X and O decide on the finding that has the focus in a list or in the panel, where nothing is typed. */
import type { Editor } from "../../actions/editor";
import { reviewConfirm } from "../../actions/verbs/review-confirm";
import { reviewDismiss } from "../../actions/verbs/review-dismiss";
import { reviewOpen } from "../../actions/verbs/review-open";

const VERBS = { c: reviewConfirm, x: reviewDismiss, o: reviewOpen } as const;
const TYPED = 'input:not([type="radio"], [type="checkbox"]), textarea, select';

/** For `onKeyDown` of whatever is about the finding or flag with this id. */
export function decideByKey(editor: Editor, id: string) {
  return (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const verb = VERBS[event.key.toLowerCase() as keyof typeof VERBS] as (typeof VERBS)["c"] | undefined;
    if (verb === undefined || (event.target as Element | null)?.closest(TYPED)) return;
    event.preventDefault();
    event.stopPropagation();
    verb.run(editor, id);
  };
}
