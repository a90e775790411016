/** What every drag has in common: it follows the pointer, scrolls near the edge of the sheet and ends with the release. */
import { createEdges } from "./edges";
import { IDLE } from "./gesture";
import type { Next, Stage, State } from "./state";

/** Where the pointer is, and which keys are held down with it. */
export type Held = Pick<PointerEvent, "clientX" | "clientY" | "altKey" | "ctrlKey" | "metaKey" | "shiftKey">;

interface Drag {
  /** Shows where things are now: at the beginning, after each move, after the sheet scrolled or a key was held or let go. */
  readonly follow: (at: Held) => void;
  readonly drop: (at: Held) => Next;
  /** Called on the way out, whichever way. */
  readonly leave?: () => void;
  /** False where the sheet must stay as it is. */
  readonly scrolls?: boolean;
}

const MODIFIERS = new Set(["Alt", "Control", "Meta", "Shift"]);

export function dragging(stage: Stage, start: Held, drag: Drag): State {
  const { root, gesture } = stage;
  const page = root.ownerDocument;
  let last = start;
  const follow = (): void => drag.follow(last);
  const edges = createEdges(root, follow);
  const held = (event: KeyboardEvent): void => {
    if (!MODIFIERS.has(event.key)) return;
    event.preventDefault(); // Alt by itself would open the browser's menu
    const { altKey, ctrlKey, metaKey, shiftKey } = event;
    last = { clientX: last.clientX, clientY: last.clientY, altKey, ctrlKey, metaKey, shiftKey };
    follow();
  };
  page.addEventListener("keydown", held);
  page.addEventListener("keyup", held);
  follow();
  return {
    move(event) {
      last = event;
      if (drag.scrolls !== false) edges.at(event.clientX, event.clientY);
      follow();
    },
    up: (event) => drag.drop(event) ?? "idle",
    leave() {
      edges.stop();
      page.removeEventListener("keydown", held);
      page.removeEventListener("keyup", held);
      drag.leave?.();
      gesture.value = IDLE;
    },
  };
}
