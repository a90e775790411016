/** Chooses high contrast, dark or light as the device is. */
import { themeAction } from "../themed";

export const themeContrast = themeAction("contrast");
