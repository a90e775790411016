/** Follows the device's theme. */
import { themeAction } from "../themed";

export const themeAuto = themeAction("auto");
