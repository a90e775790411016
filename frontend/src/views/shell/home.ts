/** What had the focus may be folded away or taken out under it; the focus then goes on in the sheet, where the next key counts. */
import { enter } from "./regions";

/** Begins to watch; the result ends it. */
export function followHome(): () => void {
  let last: Element | null = null;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  const onFocusIn = (event: FocusEvent): void => {
    last = event.target instanceof Element ? event.target : null;
  };
  // After the turn in which the key or the press was answered: whoever leads the focus somewhere has done it by then.
  const onActed = (): void => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      if (last !== null && isLost(last)) goHome();
    });
  };
  document.addEventListener("focusin", onFocusIn);
  document.addEventListener("keydown", onActed, true);
  document.addEventListener("click", onActed, true);
  return () => {
    clearTimeout(waiting);
    document.removeEventListener("focusin", onFocusIn);
    document.removeEventListener("keydown", onActed, true);
    document.removeEventListener("click", onActed, true);
  };
}

/** What is hidden keeps the focus until the next frame. What stands in the sheet is the sheet's own affair. */
function isLost(last: Element): boolean {
  const at = document.activeElement;
  if (at !== null && at !== document.body && at !== last) return false;
  return !last.isConnected || (last.closest("#sheet") === null && !last.checkVisibility());
}

/** The sheet's own place where there is one, without scrolling it: nobody asked to go anywhere. */
function goHome(): void {
  const sheet = document.getElementById("sheet");
  if (sheet !== null && !enter(sheet, { preventScroll: true })) sheet.focus({ preventScroll: true });
}
