/** Shows or hides the small map of the whole sheet; on a large sheet it shows by itself. */
import { t } from "../../text";
import type { Action } from "../action";

export const mapToggle: Action = {
  id: "map-toggle",
  label: "direct.map",
  group: "view",
  scope: "page",
  keys: { "Alt+o": [] },
  enabled: () => true,
  run({ session }) {
    const on = !session.mapShown.value;
    session.map.value = on ? "on" : "off";
    session.mapShown.value = on; // the map itself follows when the browser has time
    session.announce(t(on ? "direct.said.map.on" : "direct.said.map.off"));
  },
};
