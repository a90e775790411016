/** An area of the sheet that is being drawn: two corners, by pointer or by arrows, and what a flag keeps of them. */
import type { Focus } from "../actions/session";
import type { Area } from "../model/records";
import type { Sheet } from "../model/sheet";
import type { Arrow } from "./walking";

export interface Corner {
  readonly lane: string;
  readonly moment: string;
}
export interface Drawn {
  /** Where it began, and where it reaches. */
  readonly from: Corner;
  readonly to: Corner;
}

/** Where the keyboard begins: the cell it stands on, else the first one. Null: the sheet has none. */
export function beginArea(sheet: Sheet, focus: Focus | null): Drawn | null {
  const [lane, moment] = [sheet.lanes[0]?.id, sheet.moments[0]?.id];
  if (lane === undefined || moment === undefined) return null;
  const first = focus?.on === "cell" ? { lane: focus.lane, moment: focus.moment } : { lane, moment };
  return { from: first, to: first };
}

/** One cell further; with `extend` only the far corner goes. At the edge it stays. */
export function stepArea(sheet: Sheet, { from, to }: Drawn, arrow: Arrow, extend: boolean): Drawn {
  const lanes = sheet.lanes.map(({ id }) => id);
  const moments = sheet.moments.map(({ id }) => id);
  const next = (ids: readonly string[], id: string, by: number): string =>
    ids[Math.min(ids.length - 1, Math.max(0, ids.indexOf(id) + by))] ?? id;
  const [right, down] = [
    arrow === "left" ? -1 : arrow === "right" ? 1 : 0,
    arrow === "up" ? -1 : arrow === "down" ? 1 : 0,
  ];
  const corner = { lane: next(lanes, to.lane, down), moment: next(moments, to.moment, right) };
  return extend ? { from, to: corner } : { from: corner, to: corner };
}

/** As a flag keeps it: from the first lane and moment to the last, in the order of the sheet. */
export function areaOf(sheet: Sheet, { from, to }: Drawn): Area {
  const sorted = (ids: readonly string[], a: string, b: string): [string, string] =>
    ids.indexOf(a) <= ids.indexOf(b) ? [a, b] : [b, a];
  return {
    lanes: sorted(
      sheet.lanes.map(({ id }) => id),
      from.lane,
      to.lane,
    ),
    moments: sorted(
      sheet.moments.map(({ id }) => id),
      from.moment,
      to.moment,
    ),
  };
}
