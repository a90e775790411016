/**
 * Where cards that are dragged together would land. Cards of one cell land together where the pointer is. Cards of several
 * cells keep their places towards one another, as on a whiteboard: each goes as many lanes and moments further as the one
 * that was grasped. At the edge of the sheet they stop together.
 */
import type { Step } from "../model/records";
import type { Sheet } from "../model/sheet";
import { inOrder } from "../model/siblings";
import type { CardSpot } from "./gesture";

/** Cards that land in one cell, in their order there. */
export interface Landing extends CardSpot {
  readonly ids: readonly string[];
}

/** `grasped` is one of `steps`; `over` is the place under the pointer. */
export function landingsOf(
  sheet: Pick<Sheet, "lanes" | "moments">,
  steps: readonly Step[],
  grasped: Step,
  over: CardSpot,
): Landing[] {
  const rows = new Map(sheet.lanes.map(({ id }, at) => [id, at]));
  const columns = new Map(sheet.moments.map(({ id }, at) => [id, at]));
  const placed = inOrder(steps).flatMap((step) => {
    const [row, column] = [rows.get(step.lane), columns.get(step.moment)];
    return row === undefined || column === undefined ? [] : [{ step, row, column }];
  });
  const along = kept(
    (rows.get(over.lane) ?? 0) - (rows.get(grasped.lane) ?? 0),
    placed.map(({ row }) => row),
    sheet.lanes.length,
  );
  const across = kept(
    (columns.get(over.moment) ?? 0) - (columns.get(grasped.moment) ?? 0),
    placed.map(({ column }) => column),
    sheet.moments.length,
  );
  const cells = new Map<string, { lane: string; moment: string; ids: string[] }>();
  for (const { step, row, column } of placed) {
    const [lane, moment] = [sheet.lanes[row + along]?.id, sheet.moments[column + across]?.id];
    if (lane === undefined || moment === undefined) continue;
    const cell = cells.get(`${lane} ${moment}`) ?? { lane, moment, ids: [] };
    cell.ids.push(step.id);
    cells.set(`${lane} ${moment}`, cell);
  }
  // Only under the pointer can it be said before which card; where nothing goes anywhere, the others stay as they are.
  return [...cells.values()].flatMap((cell): Landing[] => {
    const aimed = cell.lane === over.lane && cell.moment === over.moment;
    if (aimed) return [{ ...cell, before: over.before }];
    return along === 0 && across === 0 ? [] : [{ ...cell, before: null }];
  });
}

/** As far as it was meant to go, or as far as all can go together. */
function kept(by: number, places: readonly number[], length: number): number {
  const least = -Math.min(...places);
  const most = length - 1 - Math.max(...places);
  return Math.min(Math.max(by, least), most);
}

export const equalLandings = (a: readonly Landing[], b: readonly Landing[]): boolean =>
  a.length === b.length &&
  a.every(({ lane, moment, before }, i) => {
    const other = b[i];
    return other?.lane === lane && other.moment === moment && other.before === before;
  });
