/** Where the arrow keys lead, and where the keyboard stands after what it stood on is gone. */
import type { Focus } from "../actions/session";
import type { Sheet } from "../model/sheet";

export type Arrow = "left" | "right" | "up" | "down";
type InCell = Extract<Focus, { on: "cell" }>;

export const ARROWS: Readonly<Record<string, Arrow>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** The next place in a direction; null at the edge of the sheet. */
export function walk(sheet: Sheet, from: Focus, arrow: Arrow): Focus | null {
  if (from.on === "cell") return walkCell(sheet, from, arrow);
  const across = arrow === "left" ? -1 : arrow === "right" ? 1 : 0;
  if (from.on === "phase") {
    const at = sheet.phases.findIndex((span) => span.phase.id === from.id);
    if (across !== 0) return header("phase", sheet.phases[at + across]?.phase.id);
    return arrow === "down" ? header("moment", (sheet.phases[at]?.moments[0] ?? sheet.moments[0])?.id) : null;
  }
  if (from.on === "moment") {
    const at = sheet.moments.findIndex((moment) => moment.id === from.id);
    if (across !== 0) return header("moment", sheet.moments[at + across]?.id);
    if (arrow === "up") return header("phase", sheet.moments[at]?.phase);
    return enter(sheet, 0, at, "first");
  }
  const at = sheet.lanes.findIndex((lane) => lane.id === from.id);
  if (arrow === "right") return enter(sheet, at, 0, "first");
  if (arrow === "left") return null;
  return header("lane", sheet.lanes[at + (arrow === "up" ? -1 : 1)]?.id);
}

function walkCell(sheet: Sheet, from: InCell, arrow: Arrow): Focus | null {
  const row = sheet.lanes.findIndex((lane) => lane.id === from.lane);
  const column = sheet.moments.findIndex((moment) => moment.id === from.moment);
  const cards = sheet.cell(from.lane, from.moment);
  const at = cards.findIndex((step) => step.id === from.step);
  if (arrow === "up") {
    const above = cards[at - 1];
    if (at > 0 && above !== undefined) return { ...from, step: above.id };
    return row === 0 ? header("moment", from.moment) : enter(sheet, row - 1, column, "last");
  }
  if (arrow === "down") {
    const below = cards[at + 1];
    if (at >= 0 && below !== undefined) return { ...from, step: below.id };
    return enter(sheet, row + 1, column, "first");
  }
  if (arrow === "left" && column === 0) return header("lane", from.lane);
  return enter(sheet, row, column + (arrow === "left" ? -1 : 1), Math.max(0, at));
}

const header = (on: "phase" | "moment" | "lane", id: string | undefined): Focus | null =>
  id === undefined ? null : { on, id };

/** A cell by its place, on its first, last or nth card. */
function enter(sheet: Sheet, row: number, column: number, card: "first" | "last" | number): Focus | null {
  const lane = sheet.lanes[row];
  const moment = sheet.moments[column];
  if (lane === undefined || moment === undefined) return null;
  const cards = sheet.cell(lane.id, moment.id);
  const at = card === "first" ? 0 : card === "last" ? cards.length - 1 : Math.min(card, cards.length - 1);
  return { on: "cell", lane: lane.id, moment: moment.id, step: cards[at]?.id ?? null };
}

/** First or last moment of the row: Home and End. */
export function walkToEnd(sheet: Sheet, from: Focus, end: "Home" | "End"): Focus | null {
  if (from.on !== "cell") return null;
  const row = sheet.lanes.findIndex((lane) => lane.id === from.lane);
  return enter(sheet, row, end === "Home" ? 0 : sheet.moments.length - 1, "first");
}

/** The nearest card in a direction, over empty cells: how the keyboard chooses what to link to. */
export function nextCard(sheet: Sheet, from: InCell, arrow: Arrow): InCell | null {
  let here: Focus | null = from;
  do here = walk(sheet, here, arrow);
  while (here?.on === "cell" && here.step === null);
  if (here?.on === "cell") return here;
  return nearest(sheet, from, arrow);
}

/** Where the straight way holds no card: the nearest one that lies in that direction at all. */
function nearest(sheet: Sheet, from: InCell, arrow: Arrow): InCell | null {
  const row = sheet.lanes.findIndex((lane) => lane.id === from.lane);
  const column = sheet.moments.findIndex((moment) => moment.id === from.moment);
  let best: InCell | null = null;
  let least = Infinity;
  for (const [r, lane] of sheet.lanes.entries()) {
    for (const [c, moment] of sheet.moments.entries()) {
      const along =
        arrow === "left" ? column - c : arrow === "right" ? c - column : arrow === "up" ? row - r : r - row;
      const aside = arrow === "left" || arrow === "right" ? Math.abs(r - row) : Math.abs(c - column);
      const step = sheet.cell(lane.id, moment.id)[0];
      const far = along + 2 * aside;
      if (along > 0 && step !== undefined && far < least) {
        least = far;
        best = { on: "cell", lane: lane.id, moment: moment.id, step: step.id };
      }
    }
  }
  return best;
}

/** Row and column (of a phase: its number) where the keyboard last stood, for when what it stood on is gone. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export function placeOf(sheet: Sheet, focus: Focus): Place {
  const lane = focus.on === "cell" ? focus.lane : focus.id;
  const moment = focus.on === "cell" ? focus.moment : focus.id;
  return {
    row: sheet.lanes.findIndex((one) => one.id === lane),
    column:
      focus.on === "phase"
        ? sheet.phases.findIndex((span) => span.phase.id === focus.id)
        : sheet.moments.findIndex((one) => one.id === moment),
  };
}

/** Where the keyboard stands now: the same place while it is there, else the nearest one left. Null: the sheet is empty. */
export function settle(sheet: Sheet, focus: Focus | null, last: Place): Focus | null {
  const { lanes, moments, phases } = sheet;
  if (focus?.on === "lane" && lanes.some((lane) => lane.id === focus.id)) return focus;
  if (focus?.on === "moment" && moments.some((moment) => moment.id === focus.id)) return focus;
  if (focus?.on === "phase" && phases.some((span) => span.phase.id === focus.id)) return focus;
  if (focus?.on === "cell") {
    const cards = sheet.cell(focus.lane, focus.moment);
    const there =
      lanes.some((lane) => lane.id === focus.lane) && moments.some((one) => one.id === focus.moment);
    if (there && cards.some((step) => step.id === focus.step)) return focus;
    if (there) return focus.step === null ? focus : { ...focus, step: null };
  }
  const within = (at: number, length: number): number => Math.min(Math.max(at, 0), length - 1);
  if (focus?.on === "lane" && lanes.length > 0)
    return header("lane", lanes[within(last.row, lanes.length)]?.id);
  if (focus?.on === "moment" && moments.length > 0) {
    return header("moment", moments[within(last.column, moments.length)]?.id);
  }
  if (focus?.on === "phase" && phases.length > 0) {
    return header("phase", phases[within(last.column, phases.length)]?.phase.id);
  }
  const cell = enter(sheet, within(last.row, lanes.length), within(last.column, moments.length), "first");
  return (
    cell ??
    header("lane", lanes[0]?.id) ??
    header("moment", moments[0]?.id) ??
    header("phase", phases[0]?.phase.id)
  );
}
