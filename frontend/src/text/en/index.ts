/** The English catalogue, one file an area. */
import { actions } from "./actions";
import { diagnosis } from "./diagnosis";
import { direct } from "./direct";
import { find } from "./find";
import { findings } from "./findings";
import { history } from "./history";
import { interview } from "./interview";
import { library } from "./library";
import { links } from "./links";
import { mirror } from "./mirror";
import { palette } from "./palette";
import { panel } from "./panel";
import { reviews } from "./reviews";
import { sheet } from "./sheet";
import { shell } from "./shell";
import { skip } from "./skip";
import { table } from "./table";
import { themes } from "./themes";
import { typing } from "./typing";
import { views } from "./views";

export const en = {
  ...actions,
  ...diagnosis,
  ...direct,
  ...find,
  ...findings,
  ...history,
  ...interview,
  ...library,
  ...links,
  ...mirror,
  ...palette,
  ...panel,
  ...reviews,
  ...sheet,
  ...shell,
  ...skip,
  ...table,
  ...themes,
  ...typing,
  ...views,
};
