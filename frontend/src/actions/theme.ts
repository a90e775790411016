/** The look of the page that a person chose, kept in their browser; `pages/theme.html` shows it before the first paint. */
import { signal, type ReadonlySignal } from "@preact/signals-core";

export const THEMES = ["auto", "light", "dark", "contrast"] as const;
export type Theme = (typeof THEMES)[number];

const KEY = "rectoverso.theme";
const chosen = signal<Theme>("auto");
/** "auto" follows the device. */
export const theme: ReadonlySignal<Theme> = chosen;

export function recallTheme(): void {
  let kept: string | null = null;
  try {
    kept = localStorage.getItem(KEY);
  } catch {
    // A browser that keeps nothing follows the device.
  }
  chosen.value = THEMES.find((one) => one === kept) ?? "auto";
}

export function chooseTheme(next: Theme): void {
  chosen.value = next;
  const root = document.documentElement;
  if (next === "auto") delete root.dataset["theme"];
  else root.dataset["theme"] = next;
  try {
    if (next === "auto") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, next);
  } catch {
    // It holds for as long as the page lives.
  }
}
