/** Where there is little room the panel stands in the place of the list: the focus goes along, and back when it closes. */
import { afterDrawing } from "../shell/arriving";
import { focusCard } from "./goto";

/** As in `short.css`: the panel lies over the page, nearly as high as it. */
const LOW = "(max-height: 420px)";
/** As in `panel.css`: panel and list lie over the sheet, or take turns below it. */
const NARROW = `(max-width: 760px), ${LOW}`;
const is = (window: string): boolean => typeof matchMedia === "function" && matchMedia(window).matches;

let left: HTMLElement | null = null;

/** Once the panel is gone, also by another way than its own button. */
export const forget = (): void => void (left = null);

/** Takes the focus from what the panel covers now; before the browser drops it. */
export function takeFocus(panel: HTMLElement | null): void {
  const held = document.activeElement;
  const covered = is(LOW) ? ".tray, .top-bar" : ".tray";
  if (!is(NARROW) || !(held instanceof HTMLElement) || held.closest(covered) === null) return;
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

/** Whether panel and list cover what one came from: they wait until they are asked for, and Escape closes the panel. */
export const covering = (): boolean => is(NARROW);

/** Whether the panel has to go because the focus goes to a place that it lies over. */
export const covers = (to: EventTarget | null): boolean =>
  is(LOW) && to instanceof Element && to.closest(".top-bar, .app-sheet, .tray") !== null;
