/** A phase, moment or lane follows the pointer along its row or column; a bar shows where it would stand. */
import type { Header } from "../actions/session";
import { headerPlace, type Spot } from "../actions/verbs/header-place";
import { type Held, dragging } from "./dragging";
import { headerSpotAt } from "./hit";
import type { Stage, State } from "./state";

export function dragHeader(stage: Stage, on: Header, id: string, start: Held): State {
  const { editor, root, gesture } = stage;
  let over: Spot | null = null;
  return dragging(stage, start, {
    follow({ clientX, clientY }) {
      over = headerSpotAt(root, editor.sheet.value, on, id, clientX, clientY);
      gesture.value = { kind: "header", on, id, over };
    },
    drop() {
      if (over !== null) headerPlace.run(editor, over);
    },
  });
}
