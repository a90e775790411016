/** English: what is done on the sheet by hand: drags, selection, columns, curves, the map. */
import type { direct as french } from "../fr/direct";

export const direct: Record<keyof typeof french, string> = {
  "direct.link.move": "Lead the link to another step",
  "direct.select.all": "Select all",
  "direct.gesture.extend": "Extend the selection",
  "direct.gesture.pull": "Link chosen: lead its end elsewhere (with Shift, its beginning)",
  "direct.gesture.resize": "Column of the moment: narrower, wider",
  "direct.column.drag": "Drag to change the width, double click to give it back to the sheet",
  "direct.column.reset": "Give the column its width back",
  "direct.zoom.selection": "Zoom to the selection",
  "direct.zoom.phase": "Zoom to the phase",
  "direct.zoom.phaseNamed": "Zoom to “{title}”",
  "direct.zoom.natural": "Natural size",
  "direct.map": "Map of the sheet",
  "direct.map.close": "Hide the map (Alt+O)",
  "direct.feeling": "{half}, {moment}",
  "direct.feeling.mean": "{value}, mean of {n} step|{value}, mean of {n} steps",

  "direct.said.selected": "{n} step selected|{n} steps selected",
  "direct.said.pull.target":
    "End of the link from “{title}”: arrows to choose, Enter to confirm, Escape to abandon",
  "direct.said.pull.source":
    "Beginning of the link to “{title}”: arrows to choose, Enter to confirm, Escape to abandon",

  "direct.said.column": "{title}: {n} pixels wide",
  "direct.said.column.reset": "{title}: width of the sheet",
  "direct.said.feeling": "{half}, {moment}: {value}",
  "direct.said.map.on": "Map of the sheet shown",
  "direct.said.map.off": "Map of the sheet hidden",
};
