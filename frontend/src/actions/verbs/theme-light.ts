/** Chooses the light theme. */
import { themeAction } from "../themed";

export const themeLight = themeAction("light");
