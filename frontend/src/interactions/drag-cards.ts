/** Cards follow the pointer; every cell and the place in it where they would land are marked. With Alt or Ctrl: copies. */
import { stepsPlace } from "../actions/verbs/steps-place";
import { type Held, dragging } from "./dragging";
import { createGhost } from "./ghost";
import { cardSpotAt } from "./hit";
import { equalLandings, type Landing, landingsOf } from "./landing";
import type { Stage, State } from "./state";

export function dragCards(stage: Stage, step: string, start: Held): State {
  const { editor, root, gesture } = stage;
  const { session, state, sheet } = editor;
  const ids = session.selection.value.has(step) ? session.selection.value : new Set([step]);
  const ghost = createGhost(root, step, ids.size, start);
  const none: ReadonlySet<string> = new Set();
  let shown: { readonly lands: readonly Landing[]; readonly copy: boolean } | null = null;

  function follow(at: Held): void {
    const copy = copies(at);
    ghost.at(at.clientX, at.clientY, copy);
    const over = cardSpotAt(at.clientX, at.clientY, copy ? none : ids);
    const steps = [...ids].flatMap((id) => state.value.step.get(id) ?? []);
    const grasped = steps.find(({ id }) => id === step);
    const lands = over === null || grasped === undefined ? [] : landingsOf(sheet.value, steps, grasped, over);
    if (shown?.copy === copy && equalLandings(shown.lands, lands)) return; // nothing else to draw
    shown = { lands, copy };
    gesture.value = { kind: "cards", ids, lands, copy };
  }

  return dragging(stage, start, {
    follow,
    drop(at) {
      follow(at);
      if (shown !== null && shown.lands.length > 0) stepsPlace.run(editor, shown.lands, shown.copy);
    },
    leave: ghost.remove,
  });
}

const copies = ({ altKey, ctrlKey, metaKey }: Held): boolean => altKey || ctrlKey || metaKey;
