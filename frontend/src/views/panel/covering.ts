/** Where there is little room the panel stands in the place of the list: the focus goes along, and back when it closes. */
import { afterDrawing } from "../shell/arriving";
import { focusCard } from "./goto";

/** As in `panel.css`. */
const isNarrow = (): boolean => typeof matchMedia === "function" && matchMedia("(max-width: 760px)").matches;

let left: HTMLElement | null = null;

/** Once the panel is gone, also by another way than its own button. */
export const forget = (): void => void (left = null);

/** Takes the focus from the list, which is out of sight now; before the browser drops it. */
export function takeFocus(panel: HTMLElement | null): void {
  const held = document.activeElement;
  if (!isNarrow() || !(held instanceof HTMLElement) || held.closest(".tray") === null) return;
  left = held;
  panel?.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus();
}

/** Gives it back to where the panel was opened from: a line of the list, else the card. */
export function giveBack(step: string | null): void {
  const place = left;
  afterDrawing(() => {
    if (place?.isConnected === true && place.checkVisibility({ visibilityProperty: true })) place.focus();
    else focusCard(step);
  });
}

/** Whether Escape closes the panel: where it covers what one came from. */
export const closesByEscape = isNarrow;
