/** One size larger. */
import type { Action } from "../action";
import { zoomed } from "../zoom";

export const zoomIn: Action = {
  id: "zoom-in",
  label: "actions.zoom.in",
  group: "view",
  scope: "page",
  keys: { "Mod++": [], "+": [] },
  enabled: ({ session }) => session.zoom.value !== zoomed(session.zoom.value, 1),
  run({ session }) {
    session.zoom.value = zoomed(session.zoom.value, 1);
  },
};
