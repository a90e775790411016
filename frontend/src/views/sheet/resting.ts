/**
 * Cells out of sight rest: on a large sheet the browser leaves them out of layout and painting. Each is taken to be as high
 * as it was when it was measured, or as estimated until there was time to measure it.
 */
import type { State } from "../../model/records";
import type { CellView, Stand } from "./cells";
import type { Scene } from "./scene";

/** With so many cards those out of sight rest. */
const LARGE = 150;
export const isLarge = ({ step }: Pick<State, "step">): boolean => step.size >= LARGE;
/** So many cards are measured between two frames. */
const SLICE = 48;

export interface Resting {
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

/** It rests, its cards together so high. */
export function lay({ element }: CellView, height: number): void {
  const size = `${height}px`;
  if (element.style.containIntrinsicHeight !== size) element.style.containIntrinsicHeight = size;
  if (element.dataset.lazy === undefined) element.dataset.lazy = "";
}

export const highOf = (stands: readonly Stand[]): number => {
  const [first, last] = [stands[0], stands.at(-1)];
  return first === undefined || last === undefined ? 0 : last.at + last.h - first.at;
};

export function createResting({ cells, editor }: Scene): Resting {
  return {
    settle(scale) {
      cells.writeLate(Infinity);
      const guessed = [...cells.all()].filter((cell) => cell.guessed && rests(cell));
      const left: CellView[] = [];
      let cards = 0;
      for (const cell of guessed) {
        if (cards >= SLICE) break;
        cards += cell.cards.length;
        left.push(cell);
      }
      for (const cell of left) unfold(cell);
      let changed = false;
      for (const cell of left) {
        const { top } = cell.element.getBoundingClientRect();
        const stands = cell.cards.map(({ id, element }): Stand => {
          const box = element.getBoundingClientRect();
          return { id, at: (box.top - top) / scale, h: box.height / scale };
        });
        changed ||= stands.some(({ h }, i) => Math.abs(h - (cell.stands[i]?.h ?? 0)) > 0.5);
        cell.stands = stands;
        cell.guessed = false;
      }
      for (const cell of left) lay(cell, highOf(cell.stands));
      return { more: guessed.length > left.length, changed };
    },
    rest(heights) {
      if (!isLarge(editor.state.peek())) return;
      for (const [cell, height] of heights) lay(cell, height);
    },
    wake() {
      cells.writeLate(Infinity);
      for (const cell of cells.all()) unfold(cell);
    },
  };
}
