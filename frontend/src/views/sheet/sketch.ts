/** About where everything will stand, before the browser has laid anything out: good enough to give the gutters room. */
import type { Sheet } from "../../model/sheet";
import type { Card, Plan, Strip } from "../links/routing";

const WIDTH = 150;
const HEIGHT = 76;
const GAP = 24;
const LINE = 44;

export function sketch(sheet: Sheet): Plan {
  const cards: Card[] = [];
  const rows: Strip[] = [];
  let y = 0;
  for (const [row, lane] of sheet.lanes.entries()) {
    const lined = sheet.lines.some((line) => line.below === row - 1);
    const to = y + (lined ? LINE : GAP);
    rows.push(lined ? { from: y, to, line: (y + to) / 2 } : { from: y, to });
    let most = 1;
    for (const [column, moment] of sheet.moments.entries()) {
      const steps = sheet.cell(lane.id, moment.id);
      for (const [i, { id }] of steps.entries()) {
        const x = GAP + column * (WIDTH + GAP);
        cards.push({ id, column, row, x, y: to + i * (HEIGHT + GAP), w: WIDTH, h: HEIGHT });
      }
      most = Math.max(most, steps.length);
    }
    y = to + most * (HEIGHT + GAP) - GAP;
  }
  rows.push({ from: y, to: y + GAP });
  const columns = Array.from({ length: sheet.moments.length + 1 }, (_, i) => {
    const from = i * (WIDTH + GAP);
    return { from, to: from + GAP };
  });
  return { cards, columns, rows };
}
