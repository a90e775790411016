/** Nothing but the sheet, in big type, for the back of the room; again, or Escape: as before. */
import { t } from "../../text";
import type { Action } from "../action";

export const wallToggle: Action = {
  id: "wall-toggle",
  label: "actions.wall",
  group: "view",
  scope: "page",
  keys: { "Alt+w": [] },
  enabled: () => true,
  run({ session }) {
    session.wall.value = !session.wall.value;
    session.announce(t(session.wall.value ? "actions.said.wall.on" : "actions.said.wall.off"));
  },
};
