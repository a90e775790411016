/**
 * What a gesture does to cards and cells, marked on their elements: which cards are dragged, where they would land, what
 * a link comes from and aims at. As attributes, so that no card needs to follow the gesture itself.
 */
import type { Gesture } from "../../interactions/gesture";

type Mark = readonly [element: HTMLElement, name: string];

/** A function that shows a gesture's marks and takes off those of the one before. */
export function createMarks(canvas: HTMLElement): (gesture: Gesture) => void {
  let marked: readonly Mark[] = [];

  const card = (id: string): HTMLElement | null =>
    canvas.querySelector<HTMLElement>(`[data-step="${CSS.escape(id)}"]`);
  const cell = (lane: string, moment: string): HTMLElement | null =>
    canvas.querySelector<HTMLElement>(
      `[data-lane="${CSS.escape(lane)}"][data-moment="${CSS.escape(moment)}"]`,
    );

  function* marksOf(gesture: Gesture): Generator<readonly [HTMLElement | null, string, string?]> {
    if (gesture.kind === "cards") {
      if (!gesture.copy) for (const id of gesture.ids) yield [card(id), "data-dragged"];
      for (const { lane, moment, before, ids } of gesture.lands) {
        const into = cell(lane, moment);
        yield [into, "data-drop", before === null ? "last" : "before"];
        if (gesture.lands.length > 1) yield [into, "data-drop-count", String(ids.length)];
        if (before !== null) yield [card(before), "data-drop-before"];
      }
    } else if (gesture.kind === "link") {
      const { source, target, ground = null } = gesture;
      yield [card(source), "data-link-source"];
      if (target !== null && target !== source) yield [card(target), "data-link-target"];
      if (ground !== null) yield [cell(ground.lane, ground.moment), "data-drop", "new"];
    }
  }

  return (gesture) => {
    for (const [element, name] of marked) element.removeAttribute(name);
    marked = [...marksOf(gesture)].flatMap(([element, name, value = ""]): Mark[] => {
      if (element === null) return [];
      element.setAttribute(name, value);
      return [[element, name]];
    });
  };
}
