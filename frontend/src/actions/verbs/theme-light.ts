/** Chooses the light theme. */
import { themeAction } from "../theme";

export const themeLight = themeAction("light");
