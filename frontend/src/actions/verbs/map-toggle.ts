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
    session.map.value = session.mapShown.value ? "off" : "on";
    session.announce(t(session.map.value === "on" ? "direct.said.map.on" : "direct.said.map.off"));
  },
};
