/** The English catalogue, one file an area. */
import { actions } from "./actions";
import { findings } from "./findings";
import { links } from "./links";
import { panel } from "./panel";
import { sheet } from "./sheet";
import { shell } from "./shell";

export const en = { ...actions, ...findings, ...links, ...panel, ...sheet, ...shell };
