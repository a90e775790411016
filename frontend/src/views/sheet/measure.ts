/** Reads where cards, columns and lanes stand: all reads at once, so that the browser lays out once. */
import type { Sheet } from "../../model/sheet";
import type { Card, Plan, Strip } from "../links/routing";

/** Room in a cell beside its cards, and above and below them: the links' half of the gutters. */
export const CELL_X = 12;
export const CELL_Y = 10;

/** In the canvas's own pixels, whatever its size on screen. */
export function measure(canvas: HTMLElement, scale: number, sheet: Sheet): Plan {
  const origin = canvas.getBoundingClientRect();
  const x = (value: number): number => (value - origin.left) / scale;
  const y = (value: number): number => (value - origin.top) / scale;

  const columns = new Map<string, number>(sheet.moments.map((moment, i) => [moment.id, i]));
  const rows = new Map<string, number>(sheet.lanes.map((lane, i) => [lane.id, i]));
  const heads = boxes(canvas, '[data-header="moment"]');
  const lanes = boxes(canvas, "[data-row] > .label + .cell");

  const cards: Card[] = [];
  for (const cell of canvas.querySelectorAll("[data-lane]")) {
    const column = columns.get(cell.getAttribute("data-moment") ?? "");
    const row = rows.get(cell.getAttribute("data-lane") ?? "");
    if (column === undefined || row === undefined) continue;
    for (let card = cell.firstElementChild; card !== null; card = card.nextElementSibling) {
      const id = card.getAttribute("data-step");
      if (id === null) continue;
      const box = card.getBoundingClientRect();
      cards.push({
        id,
        column,
        row,
        x: x(box.left),
        y: y(box.top),
        w: box.width / scale,
        h: box.height / scale,
      });
    }
  }
  return { cards, columns: columnStrips(heads, x), rows: rowStrips(lanes, y, sheet) };
}

const boxes = (canvas: HTMLElement, selector: string): DOMRect[] =>
  [...canvas.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());

function columnStrips(heads: readonly DOMRect[], x: (value: number) => number): Strip[] {
  const strips: Strip[] = [];
  let from = heads[0] === undefined ? 0 : x(heads[0].left);
  for (const head of heads) {
    strips.push({ from, to: x(head.left) + CELL_X });
    from = x(head.right) - CELL_X;
  }
  return [...strips, { from, to: from + 2 * CELL_X }];
}

function rowStrips(lanes: readonly DOMRect[], y: (value: number) => number, sheet: Sheet): Strip[] {
  const strips: Strip[] = [];
  const first = lanes[0];
  let from = first === undefined ? 0 : y(first.top);
  for (const [i, lane] of lanes.entries()) {
    const to = y(lane.top) + CELL_Y;
    const drawn = sheet.lines.some((line) => line.below === i - 1);
    strips.push(drawn ? { from, to, line: (from + to) / 2 } : { from, to });
    from = y(lane.bottom) - CELL_Y;
  }
  return [...strips, { from, to: from + CELL_Y }];
}

/** Middles of the moments, counted from the first one's left edge; the same list while they stay. */
export function centresOf({ columns }: Plan, before: readonly number[]): readonly number[] {
  const left = columns[0]?.from ?? 0;
  const centres = columns.slice(1).map((strip, i) => (strip.from + (columns[i]?.to ?? 0)) / 2 - left);
  return String(centres) === String(before) ? before : centres;
}

/** Whether nothing moved. */
export function equalPlans(a: Plan, b: Plan): boolean {
  const strips = (left: readonly Strip[], right: readonly Strip[]): boolean =>
    left.length === right.length &&
    left.every((strip, i) => {
      const other = right[i];
      return strip.from === other?.from && strip.to === other.to && strip.line === other.line;
    });
  return (
    a.cards.length === b.cards.length &&
    a.cards.every((card, i) => {
      const other = b.cards[i];
      return (
        card.id === other?.id &&
        card.x === other.x &&
        card.y === other.y &&
        card.w === other.w &&
        card.h === other.h
      );
    }) &&
    strips(a.columns, b.columns) &&
    strips(a.rows, b.rows)
  );
}
