/** Keys that count everywhere on the page. The sheet takes its own first; what a text field needs is left to it. */
import { commandFor, keyOf, keysOf, learnLayout } from "../../actions/keyboard";
import type { Editor } from "../../actions/editor";
import { actions } from "../../actions/registry";
import { lead } from "./lead";
import { cycle, remember } from "./regions";

const TYPED = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]';

/** Begins to listen; the result ends it. */
export function listen(editor: Editor): () => void {
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === "F6") {
      event.preventDefault();
      cycle(event.shiftKey ? -1 : 1);
      return;
    }
    const key = keyOf(event);
    const within = event.target instanceof Element ? event.target : null;
    if (within?.closest("dialog") !== null && within !== null) return;
    if (within?.closest(TYPED) && !key.startsWith("Mod+")) return;
    const run = within?.closest('[data-region="sheet"]')
      ? commandFor(editor, event)
      : pageCommand(editor, keysOf(event));
    if (run === null) return;
    event.preventDefault();
    lead(editor, run);
  };
  const onFocusIn = (event: FocusEvent): void => remember(event.target);
  document.addEventListener("keydown", learnLayout, true);
  document.addEventListener("keydown", onKeyDown);
  document.addEventListener("focusin", onFocusIn);
  return () => {
    document.removeEventListener("keydown", learnLayout, true);
    document.removeEventListener("keydown", onKeyDown);
    document.removeEventListener("focusin", onFocusIn);
  };
}

/** Outside the sheet only what concerns the whole page counts: Delete in a list must not delete a card. */
function pageCommand(editor: Editor, pressed: readonly string[]): (() => void) | null {
  for (const key of pressed) {
    const action = actions.find(({ scope, keys }) => scope === "page" && Object.hasOwn(keys, key));
    if (action?.enabled(editor) === true) return () => void action.run(editor, ...(action.keys[key] ?? []));
  }
  return null;
}
