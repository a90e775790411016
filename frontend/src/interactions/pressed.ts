/** The pointer is down but has not moved yet: a click, or the beginning of a drag. */
import type { Next, State } from "./state";

/** Pixels before a press becomes a drag. */
const SLACK = 4;

export function pressed(
  start: PointerEvent,
  then: { readonly click?: (event: PointerEvent) => void; readonly drag: (event: PointerEvent) => Next },
): State {
  return {
    move(event) {
      if (Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) < SLACK) return;
      return then.drag(event) ?? "idle";
    },
    up(event) {
      then.click?.(event);
      return "idle";
    },
  };
}
