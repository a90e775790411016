/** One size smaller. */
import type { Action } from "../action";
import { zoomed } from "../zoom";

export const zoomOut: Action = {
  id: "zoom-out",
  label: "actions.zoom.out",
  group: "view",
  scope: "page",
  keys: { "Mod+-": [], "-": [] },
  enabled: ({ session }) => session.zoom.value !== zoomed(session.zoom.value, -1),
  run({ session }) {
    session.zoom.value = zoomed(session.zoom.value, -1);
  },
};
