/** The French catalogue, one file an area. */
import { actions } from "./actions";
import { diagnosis } from "./diagnosis";
import { direct } from "./direct";
import { findings } from "./findings";
import { interview } from "./interview";
import { library } from "./library";
import { links } from "./links";
import { panel } from "./panel";
import { reviews } from "./reviews";
import { sheet } from "./sheet";
import { shell } from "./shell";
import { mirror } from "./mirror";
import { table } from "./table";
import { views } from "./views";
import { typing } from "./typing";

export const fr = {
  ...actions,
  ...diagnosis,
  ...direct,
  ...findings,
  ...interview,
  ...library,
  ...links,
  ...panel,
  ...reviews,
  ...sheet,
  ...shell,
  ...mirror,
  ...table,
  ...views,
  ...findings,
  ...interview,
  ...links,
  ...panel,
  ...sheet,
  ...shell,
  ...typing,
};
