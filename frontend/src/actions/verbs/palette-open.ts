/** Opens the palette: every action and every place of the sheet, found by typing. */
import type { Action } from "../action";

export const paletteOpen: Action = {
  id: "palette-open",
  label: "palette.open",
  group: "view",
  scope: "page",
  keys: { "Mod+k": [] },
  enabled: () => true,
  run({ session }) {
    session.palette.value = true;
  },
};
