/** Shows the whole sheet; again: natural size. */
import type { Action } from "../action";

export const zoomFit: Action = {
  id: "zoom-fit",
  label: "actions.zoom.fit",
  group: "view",
  scope: "page",
  keys: { "Mod+0": [] },
  enabled: () => true,
  run({ session }) {
    session.zoom.value = session.zoom.value === "fit" ? 1 : "fit";
  },
};
