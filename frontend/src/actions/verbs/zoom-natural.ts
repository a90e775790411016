/** Natural size. */
import type { Action } from "../action";

export const zoomNatural: Action = {
  id: "zoom-natural",
  label: "direct.zoom.natural",
  group: "view",
  scope: "page",
  keys: { "Alt+1": [] },
  enabled: () => true,
  run({ session }) {
    session.zoom.value = 1;
  },
};
