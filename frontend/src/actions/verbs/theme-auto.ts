/** Follows the device's theme. */
import { themeAction } from "../theme";

export const themeAuto = themeAction("auto");
