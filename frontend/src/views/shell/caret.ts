/**
 * A field that goes leaves its caret behind, somewhere on the page. Nothing there can be typed into or selected, so the
 * browser looks for a place for it among all the cards, in every frame: on a large sheet that took four frames' time.
 */
import { isTyping } from "../../actions/platform";

/** Takes it away where the keys write in no field; the result ends it. A text that is selected stays. */
export function watchCaret(): () => void {
  const came = (): void =>
    void setTimeout(() => {
      const selection = document.getSelection();
      if (selection?.type === "Caret" && !isTyping()) selection.removeAllRanges();
    });
  document.addEventListener("focusin", came);
  return () => document.removeEventListener("focusin", came);
}
