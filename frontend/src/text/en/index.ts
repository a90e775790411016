/** The English catalogue, one file an area. */
import { actions } from "./actions";
import { diagnosis } from "./diagnosis";
import { direct } from "./direct";
import { findings } from "./findings";
import { library } from "./library";
import { interview } from "./interview";
import { links } from "./links";
import { panel } from "./panel";
import { reviews } from "./reviews";
import { sheet } from "./sheet";
import { shell } from "./shell";
import { views } from "./views";

export const en = {
  ...actions,
  ...diagnosis,
  ...direct,
  ...findings,
  ...library,
  ...links,
  ...panel,
  ...reviews,
  ...sheet,
  ...shell,
  ...views,
  ...findings,
  ...interview,
  ...links,
  ...panel,
  ...sheet,
  ...shell,
};
