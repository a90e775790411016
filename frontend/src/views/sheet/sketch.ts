/**
 * Where everything will stand, before the browser has laid anything out: as wide and high as it is estimated, else about so.
 * Between columns and lanes there is as much room as there will ever be, so that runs lie as far apart as they will lie.
 */
import type { Sheet } from "../../model/sheet";
import type { Card, Plan, Strip } from "../links/routing";
import type { Cells, Stand } from "./cells";
import { CARD_GAP } from "./estimate";
import { LINED, MOST } from "./gutters";
import { CELL_X, CELL_Y } from "./measure";

const WIDTH = 150;
const HEIGHT = 76;

export function sketch(sheet: Sheet, cells: Cells): Plan {
  const columns = columnStrips(sheet, (moment) => cells.opening?.width(moment) ?? WIDTH);
  const cards: Card[] = [];
  const rows: Strip[] = [];
  let from = 0;
  for (const [row, lane] of sheet.lanes.entries()) {
    const lined = sheet.lines.some((line) => line.below === row - 1);
    const to = from + (row === 0 ? CELL_Y : 2 * CELL_Y + MOST + (lined ? LINED : 0));
    rows.push(lined ? { from, to, line: (from + to) / 2 } : { from, to });
    from = to + HEIGHT;
    for (const [column, moment] of sheet.moments.entries()) {
      const { to: x = 0 } = columns[column] ?? {};
      const w = (columns[column + 1]?.from ?? x) - x;
      const stands = cells.at(lane.id, moment.id)?.stands ?? [];
      for (const [i, { id }] of sheet.cell(lane.id, moment.id).entries()) {
        const { at, h } = stands[i] ?? about(i);
        const y = to - CELL_Y + at;
        cards.push({ id, column, row, x, y, w, h });
        from = Math.max(from, y + h);
      }
    }
  }
  rows.push({ from, to: from + CELL_Y });
  return { cards, columns, rows };
}

const about = (i: number): Pick<Stand, "at" | "h"> => ({ at: CELL_Y + i * (HEIGHT + CARD_GAP), h: HEIGHT });
/** About so high are so many cards, one below the other. */
export const aboutHigh = (cards: number): number => Math.max(0, cards * (HEIGHT + CARD_GAP) - CARD_GAP);

function columnStrips({ moments }: Sheet, widths: (moment: string) => number): Strip[] {
  let from = 0;
  const strips = moments.map(({ id }, i): Strip => {
    const strip = { from, to: from + (i === 0 ? CELL_X : 2 * CELL_X + MOST) };
    from = strip.to + widths(id);
    return strip;
  });
  return [...strips, { from, to: from + 2 * CELL_X }];
}
