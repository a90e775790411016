/** A phase, moment or lane follows the pointer along its row or column; a bar shows where it would stand. */
import type { Header } from "../actions/session";
import { headerPlace } from "../actions/verbs/header-place";
import { createEdges } from "./edges";
import { IDLE } from "./gesture";
import { headerSpotAt } from "./hit";
import type { Stage, State } from "./state";

export function dragHeader(
  { editor, root, gesture }: Stage,
  on: Header,
  id: string,
  start: PointerEvent,
): State {
  let last: PointerEvent = start;
  const follow = (): void => {
    const over = headerSpotAt(root, editor.sheet.value, on, id, last.clientX, last.clientY);
    gesture.value = { kind: "header", on, id, over };
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
      if (now.kind === "header" && now.over !== null) headerPlace.run(editor, now.over);
      return "idle";
    },
    leave() {
      edges.stop();
      gesture.value = IDLE;
    },
  };
}
