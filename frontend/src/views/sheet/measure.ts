/** Reads where cards, columns and lanes stand: all reads at once, so that the browser lays out once. */
import type { Sheet } from "../../model/sheet";
import type { Card, Plan, Strip } from "../links/routing";
import type { CellView, Cells } from "./cells";
import { rests } from "./resting";

/** Room in a cell beside its cards, and above and below them: the links' half of the gutters. */
export const CELL_X = 12;
export const CELL_Y = 10;

/** What one measure found, kept so that the next can read less. */
export interface Reading {
  readonly plan: Plan;
  /** Top of each lane's cells. */
  readonly tops: readonly number[];
  /** The next measure of what is marked writes into the same one. */
  readonly byCell: Map<CellView, readonly Card[]>;
  /** Lane by lane: while lanes and moments are the same ones, nobody has to ask for each of hundreds of cells. */
  readonly cells: readonly (readonly (CellView | undefined)[])[];
}

/** Reads everything, but for cells that rest: their cards stand where their heights put them. `scale` is the canvas's size on screen. Positions are in the canvas's own pixels. */
export function measure(canvas: HTMLElement, scale: number, sheet: Sheet, cells: Cells): Reading {
  const origin = canvas.getBoundingClientRect();
  const x = (value: number): number => (value - origin.left) / scale;
  const heads = boxes(canvas, '[data-header="moment"]');
  return read(canvas, scale, sheet, cells, null, columnStrips(heads, x), origin);
}

/** Reads the cells that are marked; the rest stands where it stood, moved with its lane. Columns must be as they were. */
export function measureDirty(
  canvas: HTMLElement,
  scale: number,
  sheet: Sheet,
  cells: Cells,
  before: Reading,
): Reading {
  const origin = canvas.getBoundingClientRect();
  return read(canvas, scale, sheet, cells, before, before.plan.columns, origin);
}

function read(
  canvas: HTMLElement,
  scale: number,
  sheet: Sheet,
  cells: Cells,
  before: Reading | null,
  columns: readonly Strip[],
  origin: DOMRect,
): Reading {
  const x = (value: number): number => (value - origin.left) / scale;
  const y = (value: number): number => (value - origin.top) / scale;
  const lanes = firstCells(canvas).map((cell) => cell.getBoundingClientRect());
  const tops = lanes.map((lane) => y(lane.top));
  const all: Card[] = [];
  const byCell = before?.byCell ?? new Map<CellView, readonly Card[]>();
  const views = viewsOf(sheet, cells, before?.cells ?? []);
  views.forEach((inLane, row) => {
    const shift = (tops[row] ?? 0) - (before?.tops[row] ?? 0);
    inLane.forEach((cell, column) => {
      if (cell === undefined || (cell.stands.length === 0 && !cell.dirty)) return;
      const old = cell.dirty ? undefined : before?.byCell.get(cell);
      const resting = old === undefined && !cell.dirty && rests(cell);
      const cards = resting
        ? placed(cell, column, row, columns, tops[row] ?? 0)
        : old === undefined
          ? cell.cards.map(({ id, element }) => {
              const { left, top, width, height } = element.getBoundingClientRect();
              return { id, column, row, x: x(left), y: y(top), w: width / scale, h: height / scale };
            })
          : shift === 0
            ? old
            : old.map((card) => ({ ...card, y: card.y + shift }));
      cell.dirty = false;
      if (old === undefined && !resting) {
        cell.stands = cards.map(({ id, y: at, h }) => ({ id, at: at - (tops[row] ?? 0), h }));
        cell.guessed = false;
      }
      if (cards !== old) byCell.set(cell, cards);
      for (const card of cards) all.push(card);
    });
  });
  return { plan: { cards: all, columns, rows: rowStrips(lanes, y, sheet) }, tops, byCell, cells: views };
}

/** The same while lanes and moments are, as between two measures of what is marked; a row may still be missing. */
const viewsOf = (sheet: Sheet, cells: Cells, before: Reading["cells"]): Reading["cells"] =>
  before.length > 0 && before.every((inLane) => !inLane.includes(undefined))
    ? before
    : sheet.lanes.map(({ id }) => sheet.moments.map((moment) => cells.at(id, moment.id)));

/** The cards of a cell that is not laid out: where they stood in it, as wide as the column. */
function placed(cell: CellView, column: number, row: number, columns: readonly Strip[], top: number): Card[] {
  const x = columns[column]?.to ?? 0;
  const w = (columns[column + 1]?.from ?? x) - x;
  return cell.stands.map(({ id, at, h }) => ({ id, column, row, x, y: top + at, w, h }));
}

/** Whether each column is as wide as it was: then so high are the cards in it. */
export function sameWidths(a: Plan, b: Plan): boolean {
  const widths = ({ columns }: Plan): readonly number[] =>
    columns.slice(1).map((strip, i) => strip.from - (columns[i]?.to ?? 0));
  const [before, after] = [widths(a), widths(b)];
  return (
    before.length === after.length && before.every((width, i) => Math.abs(width - (after[i] ?? 0)) < 0.5)
  );
}

/** Whether each column stands where it stood. */
export const sameColumns = (a: Plan, b: Plan): boolean => equalStrips(a.columns, b.columns);

/** How high the cards of each cell are, from the first's top to the last's bottom. */
export function heightsOf({ byCell }: Reading): ReadonlyMap<CellView, number> {
  const heights = new Map<CellView, number>();
  for (const [cell, cards] of byCell) {
    const [first, last] = [cards[0], cards.at(-1)];
    if (first !== undefined && last !== undefined) heights.set(cell, last.y + last.h - first.y);
  }
  return heights;
}

/** Of each lane. Walked to: a search for them would pass every card, within the frame of a key. */
const firstCells = (canvas: HTMLElement): Element[] =>
  [...canvas.children].flatMap((row) => {
    const cell = row.hasAttribute("data-row") ? row.children[1] : undefined;
    return cell === undefined ? [] : [cell];
  });

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
  return centres.length === before.length && centres.every((at, i) => at === before[i]) ? before : centres;
}

/** What is measured and what is reckoned differ by fractions of a pixel that nobody sees. */
const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.1;

const equalStrips = (a: readonly Strip[], b: readonly Strip[]): boolean =>
  a.length === b.length &&
  a.every((strip, i) => {
    const other = b[i];
    return (
      other !== undefined &&
      near(strip.from, other.from) &&
      near(strip.to, other.to) &&
      near(strip.line ?? 0, other.line ?? 0)
    );
  });

/** Whether nothing moved. */
export function equalPlans(a: Plan, b: Plan): boolean {
  return (
    a.cards.length === b.cards.length &&
    a.cards.every((card, i) => {
      const other = b.cards[i];
      return (
        other !== undefined &&
        card.id === other.id &&
        (card === other ||
          (near(card.x, other.x) && near(card.y, other.y) && near(card.w, other.w) && near(card.h, other.h)))
      );
    }) &&
    equalStrips(a.columns, b.columns) &&
    equalStrips(a.rows, b.rows)
  );
}
