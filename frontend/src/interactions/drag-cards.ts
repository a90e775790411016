/** Cards follow the pointer; the cell and the place in it where they would land are marked. */
import { stepPlace } from "../actions/verbs/step-place";
import { inOrder } from "../model/siblings";
import { createEdges } from "./edges";
import { IDLE } from "./gesture";
import { createGhost } from "./ghost";
import { cardSpotAt } from "./hit";
import type { Stage, State } from "./state";

export function dragCards(stage: Stage, step: string, start: PointerEvent): State {
  const { editor, root, gesture } = stage;
  const { session, state } = editor;
  const ids = session.selection.value.has(step) ? session.selection.value : new Set([step]);
  const ghost = createGhost(root, step, ids.size, start);
  let last: PointerEvent = start;
  const follow = (): void => {
    ghost.at(last.clientX, last.clientY);
    gesture.value = { kind: "cards", ids, over: cardSpotAt(last.clientX, last.clientY, ids) };
  };
  const edges = createEdges(root, follow);
  follow();
  return {
    move(event) {
      last = event;
      edges.at(event.clientX, event.clientY);
      follow();
    },
    up() {
      const now = gesture.value;
      if (now.kind === "cards" && now.over !== null) {
        const cards = inOrder([...ids].flatMap((id) => state.value.step.get(id) ?? []));
        stepPlace.run(
          editor,
          cards.map((card) => card.id),
          now.over,
        );
      }
      return "idle";
    },
    leave() {
      edges.stop();
      ghost.remove();
      gesture.value = IDLE;
    },
  };
}
