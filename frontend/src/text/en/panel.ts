/** English: what panel say; the keys are those of the French file. */
import type { panel as french } from "../fr/panel";

export const panel: Record<keyof typeof french, string> = {
  "panel.name": "Panel",
};
