/** English: what is done on the sheet by hand: drags, selection, columns, curves, the map. */
import type { direct as french } from "../fr/direct";

export const direct: Record<keyof typeof french, string> = {
  "direct.link.move": "Lead the link to another step",
  "direct.select.all": "Select all",
  "direct.gesture.extend": "Extend the selection",
  "direct.gesture.pull": "Link chosen: lead its end elsewhere (with Shift, its beginning)",

  "direct.said.selected": "{n} step selected|{n} steps selected",
  "direct.said.pull.target":
    "End of the link from “{title}”: arrows to choose, Enter to confirm, Escape to abandon",
  "direct.said.pull.source":
    "Beginning of the link to “{title}”: arrows to choose, Enter to confirm, Escape to abandon",
};
