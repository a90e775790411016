/** French: the looks of the page. Keys begin with the area's name. */
export const themes = {
  "themes.auto": "Thème de l’appareil",
  "themes.light": "Thème clair",
  "themes.dark": "Thème sombre",
  "themes.contrast": "Thème à contraste élevé",
} as const;
