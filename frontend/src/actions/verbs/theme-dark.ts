/** Chooses the dark theme. */
import { themeAction } from "../themed";

export const themeDark = themeAction("dark");
