/** The regions of the page (top bar, sheet, panel, list of findings): F6 goes round them, each remembers its place. */

const places = new WeakMap<Element, HTMLElement>();

const regions = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-region]")];
const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select, textarea, summary, [tabindex]:not([tabindex="-1"])';

/** Call when the focus comes to rest somewhere. */
export function remember(target: EventTarget | null): void {
  if (!(target instanceof HTMLElement)) return;
  const region = target.closest("[data-region]");
  if (region !== null) places.set(region, target);
}

/** Moves the focus to the next region, or the one before. */
export function cycle(by: 1 | -1): void {
  const all = regions();
  const at = all.findIndex((region) => region.contains(document.activeElement));
  for (let step = 1; step <= all.length; step++) {
    const region = all[(Math.max(at, by > 0 ? -1 : 0) + by * step + all.length * 2) % all.length];
    if (region !== undefined && enter(region)) return;
  }
}

/** Focuses in it where it was last, else what it offers first; false where nothing in it takes the focus. */
export function enter(region: HTMLElement, how?: FocusOptions): boolean {
  const last = places.get(region);
  const place =
    last?.isConnected === true && region.contains(last)
      ? last
      : (region.querySelector<HTMLElement>('[data-entry], [aria-selected="true"][tabindex="0"]') ??
        [...region.querySelectorAll<HTMLElement>(FOCUSABLE)].find(isShown));
  place?.focus(how);
  return place !== undefined && document.activeElement === place;
}

const isShown = (element: HTMLElement): boolean => element.checkVisibility();
