/**
 * The cells of all lanes with their cards, in plain elements. Preact makes the rows; this fills them: after each change of
 * the sheet only the cells whose steps, or whose cards' faces, are other ones are touched.
 */
import { effect, untracked } from "@preact/signals-core";
import type { Lane, Moment } from "../../model/records";
import type { Sheet } from "../../model/sheet";
import { type Face, faceOf } from "./card";
import { type Cell, type Ground, createCell, layGround, name, setColumn, unname } from "./cell";
import { type Column, columnsOf } from "./columns";
import { createFilling } from "./filling";
import { NONE, type Parts } from "./parts";
import { type Opening, createOpening } from "./opening";
import { highOf, lay, unfold } from "./resting";
import type { Scene } from "./scene";
import { CELL_Y } from "./measure";
import { aboutHigh } from "./sketch";

export interface CellView {
  readonly element: HTMLElement;
  readonly lane: string;
  readonly moment: string;
  cards: readonly CardView[];
  /** Its cards may stand elsewhere, or have other heights, since it was last measured. */
  dirty: boolean;
  /** Where its cards stand, as measured or estimated last; while it rests this counts. Of lanes below the first screen only once all is made. */
  stands: readonly Stand[];
  /** They are only estimated. */
  guessed: boolean;
}
/** A card's place below the top of its cell, and its height. */
export interface Stand {
  readonly id: string;
  readonly at: number;
  readonly h: number;
}
export interface CardView {
  readonly id: string;
  readonly element: HTMLElement;
  face: Face;
  look: string;
}

export interface Cells {
  /** Lane rows that stand on the page, from now on filled. */
  row(lane: string, row: HTMLElement | null): void;
  /** Brings every row up to date. */
  update(): void;
  /** In the order of the sheet, lane by lane. */
  all(): Iterable<CellView>;
  at(lane: string, moment: string): CellView | undefined;
  card(step: string): CardView | undefined;
  /** While a large sheet is opened, until everything is made. */
  readonly opening: Opening | null;
  /** Makes about so many of the cards that were left for later when the sheet was opened; true while there are more. */
  writeLate(most: number): boolean;
  /** The card from which a link can be drawn now: the one under the pointer or the keyboard. */
  attend(step: string | null): void;
  /** Begins to follow the signals; the result ends it. */
  follow(): () => void;
}

interface Place {
  readonly lane: Lane;
  readonly moment: Moment | null;
  readonly column: number;
}
interface Written {
  readonly sheet: Sheet;
  readonly parts: Parts;
}

const key = (lane: string, moment: string): string => `${lane} ${moment}`;

export function createCells(scene: Scene): Cells {
  const { editor } = scene;
  const rows = new Map<string, HTMLElement>();
  const cells = new Map<string, Cell>();
  /** Cells that are still to be filled, in the order of the sheet. */
  const waiting = new Map<Cell, Place>();
  let opening: Opening | null = null;
  let shape: Pick<Sheet, "lanes" | "phases"> | null = null;
  /** What the rows show; null where a row came since. */
  let written: Written | null = null;
  const at = (lane: string, moment: string): Cell | undefined => cells.get(key(lane, moment));
  const filling = createFilling(scene, at, settleSoon);

  function write(sheet: Sheet, parts: Parts): void {
    if (written?.sheet === sheet && written.parts === parts) return;
    const canvas = shape === null ? rows.values().next().value?.parentElement : null; // the first time
    if (canvas != null) opening = createOpening(editor, canvas, sheet);
    else if (written?.sheet !== sheet || !sayTheSame(written.parts, parts)) endOpening();
    const opensNow = canvas != null && opening !== null;
    written = { sheet, parts };
    const { columns } = columnsOf(sheet);
    const empty = editor.state.peek().step.size === 0;
    const first = firstLane(sheet);
    let changed = removeStale(sheet, columns);
    let high = 0;
    for (const lane of sheet.lanes) {
      const row = rows.get(lane.id);
      if (row === undefined) continue; // not drawn yet
      const below = opensNow && opening?.below(high) === true;
      let before: Element | null = row.firstElementChild?.nextElementSibling ?? null;
      for (const [column, { key: name, moment, phase }] of columns.entries()) {
        const known = key(lane.id, moment?.id ?? name);
        let cell = cells.get(known);
        if (cell === undefined)
          cells.set(known, (cell = createCell(lane.id, moment?.id ?? phase.id, moment !== null)));
        const waits = waiting.has(cell) || below || (opensNow && column >= (opening?.columns ?? 0));
        if (cell.element === before) before = before.nextElementSibling;
        else if (!waits || column === 0) row.insertBefore(cell.element, before); // the first shows where its lane is
        if (!waits || column === 0) setColumn(cell, column, moment !== null);
        if (waits) {
          if (!waiting.has(cell)) wait(cell, { lane, moment, column }, !below);
          continue;
        }
        if (moment === null) continue;
        const hint = empty && lane.id === first && column === 0;
        if (fill(cell, lane, moment, hint)) changed = true;
        if (opensNow) foresee(cell, lane, moment);
      }
      if (opensNow) high += keepHeight(row, lane, sheet, below);
    }
    filling.showTyped();
    if (!changed) return;
    settleSoon();
    scene.touched();
  }
  /** While cells and cards are missing the lane is as high as they will make it, or about so: in pixels. */
  function keepHeight(row: HTMLElement, lane: Lane, sheet: Sheet, about: boolean): number {
    const high = (moment: Moment): number =>
      about
        ? aboutHigh(sheet.cell(lane.id, moment.id).length)
        : highOf(at(lane.id, moment.id)?.stands ?? NONE);
    const least = 2 * CELL_Y + Math.max(0, ...sheet.moments.map(high));
    row.style.gridAutoRows = `minmax(${least}px, auto)`;
    return least;
  }
  /** Its cards are taken to stand where their words will put them. */
  function foresee(cell: Cell, lane: Lane, moment: Moment): void {
    if (written === null || opening === null) return;
    const { sheet, parts } = written;
    const steps = sheet.cell(lane.id, moment.id);
    if (steps.length === 0) return;
    cell.stands = opening.stands(
      moment.id,
      steps.map((step) => faceOf(step, lane, parts)),
    );
    cell.guessed = true;
  }
  function wait(cell: Cell, at: Place, foreseen: boolean): void {
    waiting.set(cell, at);
    cell.dirty = false;
    if (foreseen) layAhead(cell, at);
  }
  /** It rests before its cards are made. */
  function layAhead(cell: Cell, { lane, moment }: Place): void {
    if (moment !== null) foresee(cell, lane, moment);
    if (cell.stands.length > 0) lay(cell, highOf(cell.stands));
  }
  /** Nothing waits any more. */
  function endOpening(): void {
    if (opening === null) return;
    opening = null;
    waiting.clear();
    for (const row of rows.values()) row.style.gridAutoRows = "";
  }
  /** Once whoever made the change has said where the keyboard goes. */
  function settleSoon(): void {
    queueMicrotask(() => scene.settle());
  }

  /** Cells of lanes and moments that are gone. */
  function removeStale(sheet: Sheet, columns: readonly Column[]): boolean {
    if (shape?.lanes === sheet.lanes && shape.phases === sheet.phases) return false;
    shape = sheet;
    const wanted = new Set(
      sheet.lanes.flatMap(({ id }) => columns.map((column) => key(id, column.moment?.id ?? column.key))),
    );
    for (const [at, cell] of cells) {
      if (wanted.has(at)) continue;
      filling.clear(cell);
      cell.element.remove();
      cells.delete(at);
    }
    return true;
  }

  /** True where something in it changed its place or its height. */
  function fill(cell: Cell, lane: Lane, moment: Moment, hint: boolean): boolean {
    if (written === null) return false;
    const { sheet, parts } = written;
    const steps = sheet.cell(lane.id, moment.id);
    const ground: Ground =
      steps.length > 0 ? "none" : sheet.blank(lane.id, moment.id) ? "blank" : hint ? "hint" : "empty";
    if (steps.length === 0) name(cell, lane, moment, ground);
    const same = cell.steps === steps && cell.tone === lane.kind && cell.actor === lane.actor;
    if (same && cell.parts === parts && cell.ground === ground) return false;
    let changed = cell.ground !== ground;
    if (changed) layGround(cell, ground);
    if (steps.length > 0 && cell.label.text !== "") unname(cell);
    cell.parts = parts;
    cell.tone = lane.kind;
    cell.actor = lane.actor;
    if (filling.fill(cell, lane, steps, parts)) changed = true;
    if (changed && !waiting.has(cell)) {
      cell.dirty = true;
      unfold(cell);
    }
    return changed;
  }
  /** A cell that waited comes into its row, behind the one before it. */
  function fillLate(cell: Cell, place: Place): void {
    const { lane, moment, column } = place;
    if (cell.stands.length === 0) layAhead(cell, place);
    setColumn(cell, column, moment !== null);
    if (!cell.element.isConnected) {
      const row = rows.get(lane.id);
      row?.insertBefore(cell.element, row.children[column + 1] ?? null);
    }
    if (moment !== null) fill(cell, lane, moment, false);
  }

  function writeLate(most: number): boolean {
    let made = 0;
    for (const [cell, place] of waiting) {
      if (made >= most) return true;
      fillLate(cell, place);
      waiting.delete(cell);
      made += cell.cards.length;
    }
    if (opening !== null) {
      endOpening();
      scene.touched(); // a row may be lower than it was taken to be
    }
    filling.showTyped();
    return false;
  }
  function card(step: string): CardView | undefined {
    if (filling.card(step) === undefined && editor.state.peek().step.has(step)) writeLate(Infinity);
    return filling.card(step);
  }

  return {
    row(lane, row) {
      if (row === null) rows.delete(lane);
      else rows.set(lane, row);
      written = null;
    },
    update() {
      write(editor.sheet.peek(), scene.parts.peek());
    },
    all: () => cells.values(),
    at,
    card,
    get opening() {
      return opening;
    },
    writeLate,
    attend: (step) => {
      filling.attend(step === null ? null : (card(step)?.id ?? null));
    },
    follow() {
      const end = effect(() => {
        const [sheet, parts] = [editor.sheet.value, scene.parts.value];
        untracked(() => {
          write(sheet, parts);
        });
      });
      const endFilling = filling.follow();
      return () => {
        end();
        endFilling();
      };
    },
  };
}

/** Findings come and go above the cards and leave them as they are. */
const sayTheSame = (a: Parts, b: Parts): boolean =>
  a.uses === b.uses && a.exchanges === b.exchanges && a.shared === b.shared && a.names === b.names;

/** Where a journey begins. */
export const firstLane = ({ lanes }: Pick<Sheet, "lanes">): string | undefined =>
  (lanes.find(({ kind }) => kind === "customer") ?? lanes[0])?.id;
