/** English: the looks of the page. Keys begin with the area's name. */
import type { themes as french } from "../fr/themes";

export const themes: Record<keyof typeof french, string> = {
  "themes.auto": "The device’s theme",
  "themes.light": "Light theme",
  "themes.dark": "Dark theme",
  "themes.contrast": "High contrast theme",
};
