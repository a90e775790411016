/**
 * The cells of all lanes with their cards, in plain elements. Preact makes the rows; this fills them: after each change of
 * the sheet only the cells whose steps, or whose cards' faces, are other ones are touched.
 */
import { effect, untracked } from "@preact/signals-core";
import type { Lane, Moment } from "../../model/records";
import type { Sheet } from "../../model/sheet";
import { type Face, TONES, createCard, sameText, writeCard } from "./card";
import { type Cell, type Ground, createCell, layGround, name, place, setColumn, unname } from "./cell";
import { type Column, columnsOf } from "./columns";
import { createHandles } from "./handles";
import { followLinks } from "./linked";
import { NONE, type Parts } from "./parts";
import { type Opening, createOpening } from "./opening";
import { highOf, lay, unfold } from "./resting";
import type { Scene } from "./scene";
import { CELL_Y } from "./measure";
import { createTyped } from "./typed";

export interface CellView {
  readonly element: HTMLElement;
  readonly lane: string;
  readonly moment: string;
  cards: readonly CardView[];
  /** Its cards may stand elsewhere, or have other heights, since it was last measured. */
  dirty: boolean;
  /** Where its cards stand, as measured or estimated last; while it rests this counts. */
  stands: readonly Stand[];
}
/** A card's place below the top of its cell, and its height. */
export interface Stand {
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
  /** While a large sheet is opened, from the first writing to the next. */
  readonly opening: Opening | null;
  /** How many cards there are. */
  count(): number;
  /** Writes so many of the cards that were left bare when the sheet was opened; true while there are more. */
  writeLate(most: number): boolean;
  /** The card from which a link can be drawn now: the one under the pointer or the keyboard. */
  attend(step: string | null): void;
  /** Begins to follow the signals; the result ends it. */
  follow(): () => void;
}

const key = (lane: string, moment: string): string => `${lane} ${moment}`;

export function createCells(scene: Scene): Cells {
  const { editor } = scene;
  const { session } = editor;
  const rows = new Map<string, HTMLElement>();
  const cells = new Map<string, Cell>();
  const cards = new Map<string, CardView>();
  /** Still bare. */
  const late = new Set<CardView>();
  let opening: Opening | null = null;
  let shape: Pick<Sheet, "lanes" | "phases"> | null = null;
  /** What the rows show; null where a row came since. */
  let written: { readonly sheet: Sheet; readonly parts: Parts } | null = null;
  const typed = createTyped(scene, {
    card: (step) => cards.get(step),
    at: (lane, moment) => cells.get(key(lane, moment)),
    kind: (cell) => (cell as Cell).tone,
    ended: settleSoon,
  });
  const attend = createHandles(scene);

  function write(sheet: Sheet, parts: Parts): void {
    if (written?.sheet === sheet && written.parts === parts) return;
    const canvas = shape === null ? rows.values().next().value?.parentElement : null; // the first time
    opening = canvas == null ? null : createOpening(editor, canvas, sheet);
    written = { sheet, parts };
    const { columns } = columnsOf(sheet);
    const empty = editor.state.peek().step.size === 0;
    const first = firstLane(sheet);
    let changed = removeStale(sheet, columns);
    let high = 0;
    for (const lane of sheet.lanes) {
      const row = rows.get(lane.id);
      if (row === undefined) continue; // not drawn yet
      let before: Element | null = row.firstElementChild?.nextElementSibling ?? null;
      for (const [column, { key: name, moment, phase }] of columns.entries()) {
        const at = key(lane.id, moment?.id ?? name);
        let cell = cells.get(at);
        if (cell === undefined)
          cells.set(at, (cell = createCell(lane.id, moment?.id ?? phase.id, moment !== null)));
        const waits = opening?.waits(column, high) === true;
        if (cell.element === before) before = before.nextElementSibling;
        else if (!waits || column === 0) row.insertBefore(cell.element, before); // the first shows where its lane is
        setColumn(cell, column, moment !== null);
        if (moment === null) continue;
        const hint = empty && lane.id === first && column === 0;
        if (fill(cell, lane, moment, sheet, parts, hint, waits)) changed = true;
      }
      if (opening !== null) high += keepHeight(row, lane, sheet);
    }
    typed.show(session.editing.peek());
    if (!changed) return;
    settleSoon();
    scene.touched();
  }
  /** While cells and cards are missing the lane is as high as they will make it: in pixels. */
  function keepHeight(row: HTMLElement, lane: Lane, sheet: Sheet): number {
    const high = (moment: Moment): number => highOf(cells.get(key(lane.id, moment.id))?.stands ?? NONE);
    const least = 2 * CELL_Y + Math.max(0, ...sheet.moments.map(high));
    row.style.gridAutoRows = `minmax(${least}px, auto)`;
    return least;
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
      for (const card of cell.cards) drop(card);
      if (typed.fresh(cell)) typed.end();
      cell.element.remove();
      cells.delete(at);
    }
    return true;
  }

  /** True where something in it changed its place or its height. */
  function fill(
    cell: Cell,
    lane: Lane,
    moment: Moment,
    sheet: Sheet,
    parts: Parts,
    hint: boolean,
    bare: boolean,
  ): boolean {
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
    let before: Element | null = cell.element.firstElementChild;
    const views: CardView[] = [];
    for (const step of steps) {
      const face: Face = {
        step,
        tone: TONES[lane.kind],
        byOther: step.actor !== null && step.actor !== lane.actor,
        uses: parts.uses.get(step.id) ?? NONE,
        exchanges: parts.exchanges.get(step.id) ?? NONE,
        shared: parts.shared.get(step.id) ?? NONE,
        findings: parts.findings.get(step.id) ?? NONE,
        names: parts.names,
      };
      let card = cards.get(step.id);
      if (card === undefined) {
        card = { id: step.id, element: createCard(step.id), face, look: "" };
        cards.set(step.id, card);
        if (bare) late.add(card);
        else writeCard(editor, card.element, face, null);
        changed = true;
      } else if (late.has(card)) changed ||= !sameText(card.face, face);
      else if (writeCard(editor, card.element, face, card.face)) changed = true;
      card.face = face;
      untracked(() => dress(card));
      if (card.element === before) before = before.nextElementSibling;
      else {
        placeCard(cell, card, before);
        changed = true;
      }
      views.push(card);
    }
    if (!changed && views.length !== cell.cards.length) changed = true;
    if (cell.steps !== steps) for (const old of cell.cards) drop(old);
    cell.steps = steps;
    cell.cards = views;
    if (opening !== null && views.length > 0) {
      cell.stands = opening.stands(
        moment.id,
        views.map(({ face }) => face),
      );
    }
    if (bare && views.length > 0) {
      cell.dirty = false;
      lay(cell, highOf(cell.stands));
    } else if (changed) {
      finish(views);
      cell.dirty = true;
      unfold(cell);
    }
    return changed;
  }

  /** Writes those that are still bare. */
  function finish(some: Iterable<CardView>): void {
    for (const card of some) if (late.delete(card)) writeCard(editor, card.element, card.face, null);
  }

  /** What is being typed on it goes on: the field keeps the keyboard, and is of this cell from now on. */
  function placeCard(cell: Cell, card: CardView, before: Element | null): void {
    const goesAlong = typed.in(card.element);
    const active = goesAlong && typed.focused() ? document.activeElement : null;
    place(cell.element, card.element, before);
    if (goesAlong) typed.went(cell);
    if (active !== document.activeElement && active instanceof HTMLElement)
      active.focus({ preventScroll: true });
  }

  /** Its step left this cell: another cell takes the card where it comes up, else it is gone. */
  function drop(card: CardView): void {
    if (editor.state.peek().step.has(card.id)) return;
    if (typed.in(card.element)) typed.end();
    card.element.remove();
    cards.delete(card.id);
    late.delete(card);
  }

  function dress(card: CardView): void {
    const look = scene.look(card.id, card.face.tone);
    if (look === card.look) return;
    card.look = look;
    card.element.className = look;
  }
  /** A path that is lit, and what is folded, concern every card; a selection only those that it takes or leaves. */
  function followLooks(): () => void {
    let selected: ReadonlySet<string> = new Set();
    const ends = [
      effect(() => {
        [scene.lit, session.folded].forEach((signal) => signal.value);
        untracked(() => cards.forEach(dress));
      }),
      effect(() => {
        const before = selected;
        selected = session.selection.value;
        untracked(() => {
          for (const id of new Set([...before, ...selected])) {
            const card = cards.get(id);
            if (card !== undefined && before.has(id) !== selected.has(id)) dress(card);
          }
        });
      }),
    ];
    return () => ends.forEach((end) => end());
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
    at: (lane, moment) => cells.get(key(lane, moment)),
    card: (step) => cards.get(step),
    get opening() {
      return opening;
    },
    count: () => cards.size,
    writeLate(most) {
      if (opening !== null) {
        written = null; // a second time, with the cells that waited
        write(editor.sheet.peek(), scene.parts.peek());
      } else finish([...late].slice(0, most));
      if (most === Infinity) finish(late);
      if (late.size > 0) return true;
      for (const row of rows.values()) row.style.gridAutoRows = "";
      return false;
    },
    attend: (step) => attend(step === null ? undefined : cards.get(step)?.element),
    follow() {
      const ends = [
        effect(() => {
          const [sheet, parts] = [editor.sheet.value, scene.parts.value];
          untracked(() => {
            write(sheet, parts);
          });
        }),
        effect(() => {
          const editing = session.editing.value;
          untracked(() => {
            typed.show(editing);
          });
        }),
        followLooks(),
        followLinks(editor, (step) => cards.get(step)?.element),
      ];
      return () => {
        for (const end of ends) end();
        typed.end();
      };
    },
  };
}

/** Where a journey begins. */
export const firstLane = (sheet: Sheet): string | undefined =>
  (sheet.lanes.find(({ kind }) => kind === "customer") ?? sheet.lanes[0])?.id;
