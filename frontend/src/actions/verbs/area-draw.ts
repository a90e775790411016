/** Lets an area of the sheet be drawn over its cells, to flag friction there. */
import { t } from "../../text";
import type { Action } from "../action";

export const areaDraw: Action = {
  id: "area-draw",
  label: "reviews.area.draw",
  group: "review",
  scope: "page",
  keys: { "Alt+Shift+g": [] },
  enabled: ({ session, sheet }) =>
    session.view.value === "blueprint" && sheet.value.lanes.length > 0 && sheet.value.moments.length > 0,
  run({ session }) {
    session.drawing.value = true;
    session.announce(t("reviews.area.how"));
  },
};
