/** Chooses the dark theme. */
import { themeAction } from "../theme";

export const themeDark = themeAction("dark");
