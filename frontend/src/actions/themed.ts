/** The verbs that choose a theme are one and the same but for which. */
import { t } from "../text";
import type { Action } from "./action";
import { chooseTheme, theme, type Theme } from "./theme";

/** The verb that chooses one; the one that holds is not offered. */
export const themeAction = (next: Theme): Action => ({
  id: `theme-${next}`,
  label: `themes.${next}`,
  group: "view",
  scope: "page",
  keys: {},
  enabled: () => theme.value !== next,
  run({ session }) {
    chooseTheme(next);
    session.announce(t(`themes.${next}`));
  },
});
