/**
 * The cards in the cells, in plain elements: made once, moved with their steps, written anew where what they show changed. The
 * field of what is typed stands among them.
 */
import { effect, untracked } from "@preact/signals-core";
import type { Lane, Step } from "../../model/records";
import { createCard, faceOf, writeCard } from "./card";
import { type Cell, place } from "./cell";
import type { CardView, CellView } from "./cells";
import { createHandles } from "./handles";
import { type Linked, followLinks } from "./linked";
import type { Parts } from "./parts";
import type { Scene } from "./scene";
import { createTyped } from "./typed";

export interface Filling {
  card(step: string): CardView | undefined;
  /** Puts the cards of these steps into a cell; true where one of them changed its place or its height. */
  fill(cell: Cell, lane: Lane, steps: readonly Step[], parts: Parts): boolean;
  /** The cell is gone: its cards too, but for those whose step stands elsewhere now. */
  clear(cell: Cell): void;
  /** What is typed has its field, once the cell of it is filled. */
  showTyped(): void;
  /** The card from which a link can be drawn now. */
  attend(step: string | null): void;
  /** Begins to follow the signals; the result ends it. */
  follow(): () => void;
}

/** `ended` is told that what was typed is over: who has the keyboard now may be another. */
export function createFilling(
  scene: Scene,
  at: (lane: string, moment: string) => CellView | undefined,
  ended: () => void,
): Filling {
  const { editor } = scene;
  const { session } = editor;
  const cards = new Map<string, CardView>();
  const typed = createTyped(scene, {
    card: (step) => cards.get(step),
    at,
    kind: (cell) => (cell as Cell).tone,
    ended,
  });
  const attend = createHandles(scene);
  let linked: Linked | null = null;

  function fill(cell: Cell, lane: Lane, steps: readonly Step[], parts: Parts): boolean {
    let changed = false;
    let before: Element | null = cell.element.firstElementChild;
    const views: CardView[] = [];
    for (const step of steps) {
      const face = faceOf(step, lane, parts);
      let card = cards.get(step.id);
      if (card === undefined) {
        card = { id: step.id, element: createCard(step.id), face, look: "" };
        cards.set(step.id, card);
        writeCard(editor, card.element, face, null);
        linked?.came(step.id, card.element);
        changed = true;
      } else if (writeCard(editor, card.element, face, card.face)) changed = true;
      card.face = face;
      untracked(() => dress(card));
      if (card.element === before) before = before.nextElementSibling;
      else {
        placeCard(cell, card, before);
        changed = true;
      }
      views.push(card);
    }
    if (views.length !== cell.cards.length) changed = true;
    if (cell.steps !== steps) for (const old of cell.cards) drop(old);
    cell.steps = steps;
    cell.cards = views;
    return changed;
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
    card: (step) => cards.get(step),
    fill,
    clear(cell) {
      for (const card of cell.cards) drop(card);
      if (typed.fresh(cell)) typed.end();
    },
    showTyped() {
      typed.show(session.editing.peek());
    },
    attend: (step) => attend(step === null ? undefined : cards.get(step)?.element),
    follow() {
      const ends = [
        effect(() => {
          const editing = session.editing.value;
          untracked(() => {
            typed.show(editing);
          });
        }),
        followLooks(),
      ];
      linked = followLinks(editor, (step) => cards.get(step)?.element);
      return () => {
        for (const end of ends) end();
        linked?.end();
        typed.end();
      };
    },
  };
}
