/** Chooses high contrast, dark or light as the device is. */
import { themeAction } from "../theme";

export const themeContrast = themeAction("contrast");
