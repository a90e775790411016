/** The sheet follows the pointer. */
import { IDLE } from "./gesture";
import type { Stage, State } from "./state";

export function pan({ root, gesture }: Stage, start: PointerEvent): State {
  const { scrollLeft, scrollTop } = root;
  gesture.value = { kind: "pan" };
  return {
    move(event) {
      root.scrollLeft = scrollLeft - (event.clientX - start.clientX);
      root.scrollTop = scrollTop - (event.clientY - start.clientY);
    },
    up: () => "idle",
    leave() {
      gesture.value = IDLE;
    },
  };
}
