/**
 * Cells out of sight rest: on a large sheet the browser leaves them out of layout and painting. Each is taken to be as high
 * as it was when it was measured, or as estimated until there was time to measure it.
 */
import type { Sheet } from "../../model/sheet";
import type { CellView, Stand } from "./cells";
import { CARD_GAP, createEstimator } from "./estimate";
import { CELL_X, CELL_Y } from "./measure";
import type { Scene } from "./scene";

/** With so many cards those out of sight rest. */
const LARGE = 150;
/** So many cards are measured between two frames. */
const SLICE = 48;
/** Columns beyond the right edge that are laid out at once. */
const BEYOND = 2;

export interface Resting {
  /** Before the first layout: what lies beyond the first screen rests, as high as it is estimated. */
  begin(sheet: Sheet): void;
  /** Measures some of what was only estimated; true while there is more. `changed` where an estimate was wrong. */
  settle(scale: number): { readonly more: boolean; readonly changed: boolean };
  /** All that was measured rests. */
  rest(heights: ReadonlyMap<CellView, number>): void;
  /** Everything is laid out again, to be measured. */
  wake(): void;
}

export const rests = ({ element }: CellView): boolean => element.dataset.lazy !== undefined;

/** Its height is to be measured: it must be laid out, in sight or not. */
export function unfold({ element }: CellView): void {
  if (element.dataset.lazy !== undefined) delete element.dataset.lazy;
}

function lay({ element }: CellView, height: number): void {
  const size = `${height}px`;
  if (element.style.containIntrinsicHeight !== size) element.style.containIntrinsicHeight = size;
  if (element.dataset.lazy === undefined) element.dataset.lazy = "";
}

const highOf = (stands: readonly Stand[]): number => {
  const [first, last] = [stands[0], stands.at(-1)];
  return first === undefined || last === undefined ? 0 : last.at + last.h - first.at;
};

/** One below the other from the top of a cell. */
function stacked(heights: readonly number[]): Stand[] {
  let at = CELL_Y;
  return heights.map((h) => {
    const stand = { at, h };
    at += h + CARD_GAP;
    return stand;
  });
}

export function createResting(scene: Scene, canvas: HTMLElement): Resting {
  const { cells, editor } = scene;
  const { session } = editor;
  let guessed: CellView[] = [];

  /** Where cards are compact, folded or on the wall, they are measured as they are. */
  const plain = (): boolean =>
    ((look) => look.density === "comfortable" && look.times && look.facts)(session.look.peek()) &&
    session.folded.peek().size === 0 &&
    !session.wall.peek() &&
    scene.scale.peek() === 1;

  return {
    begin(sheet) {
      if (cells.count() < LARGE || !plain()) return;
      const filled = [...cells.all()].filter((cell) => cell.cards.length > 0);
      // Before any style is read: what rests needs none.
      for (const cell of filled) lay(cell, 0);
      const estimate = createEstimator(canvas);
      const least = parseFloat(getComputedStyle(canvas).getPropertyValue("--column-least"));
      const widths = columnWidths(sheet, session.widths.peek(), least);
      for (const cell of filled) {
        const width = widths.get(cell.moment);
        if (estimate === null || width === undefined) {
          unfold(cell);
          continue;
        }
        cell.stands = stacked(cell.cards.map(({ element }) => estimate(element, width)));
        cell.dirty = false;
        lay(cell, highOf(cell.stands));
        guessed.push(cell);
      }
    },
    settle(scale) {
      const slice: CellView[] = [];
      let cards = 0;
      for (const cell of guessed) {
        if (cards >= SLICE) break;
        cards += cell.cards.length;
        slice.push(cell);
      }
      guessed = guessed.slice(slice.length);
      const left = slice.filter((cell) => cell.element.isConnected && rests(cell) && cell.cards.length > 0);
      for (const cell of left) unfold(cell);
      let changed = false;
      for (const cell of left) {
        const { top } = cell.element.getBoundingClientRect();
        const stands = cell.cards.map(({ element }): Stand => {
          const box = element.getBoundingClientRect();
          return { at: (box.top - top) / scale, h: box.height / scale };
        });
        changed ||= stands.some(({ h }, i) => Math.abs(h - (cell.stands[i]?.h ?? 0)) > 0.5);
        cell.stands = stands;
      }
      for (const cell of left) lay(cell, highOf(cell.stands));
      return { more: guessed.length > 0, changed };
    },
    rest(heights) {
      if (cells.count() < LARGE) return;
      for (const [cell, height] of heights) lay(cell, height);
    },
    wake() {
      guessed = [];
      for (const cell of cells.all()) unfold(cell);
    },
  };
}

/** Room for cards in each moment's column that lies out of sight when the sheet is opened; columns are `least` wide. */
function columnWidths(
  { moments }: Sheet,
  own: ReadonlyMap<string, number>,
  least: number,
): ReadonlyMap<string, number> {
  const widths = new Map<string, number>();
  const end = window.innerWidth; // to ask the sheet itself would have it laid out
  let x = 0;
  let beyond = 0;
  for (const { id } of moments) {
    const column = own.get(id) ?? least;
    x += column;
    if (x < end || beyond++ < BEYOND) continue;
    widths.set(id, column - 2 * CELL_X);
  }
  return widths;
}
