/**
 * Ctrl and the wheel (or a pinch) change the size; what lies under the pointer stays there. While the hand turns, the sheet
 * is only shown at another size, as a picture is: to lay out a large one anew takes many frames. It is laid out when the
 * hand rests.
 */
import type { Editor } from "../actions/editor";
import { LEAST, MOST } from "../actions/zoom";

/** Milliseconds of the motion that goes through all sizes and stands still at one of them. */
const MOTION = 1000;

/** So long after the last turn the new size holds. */
const REST_MS = 140;

export interface Zooming {
  turn(event: WheelEvent): void;
  end(): void;
}

/** `scale` gives the size on screen, also where the sheet is fitted; the view applies a change of it at once. */
export function createZooming({ session }: Editor, root: HTMLElement, scale: () => number): Zooming {
  /** Where the sheet was taken hold of, as parts of it, and the size that it is shown at. */
  let held: {
    readonly x: number;
    readonly y: number;
    readonly along: readonly [number, number];
    /** The sheet at any size. A motion that stands still: in one the browser paints the sheet once, not for each size. */
    readonly motion: Animation;
    to: number;
  } | null = null;
  let rest: ReturnType<typeof setTimeout> | undefined;
  /** Keeps what can be scrolled as large as it may get: where that grew with the picture, all of it would be painted anew. */
  const room = document.createElement("div");
  room.className = "zoom-room";
  const picture = (): HTMLElement | null => root.querySelector<HTMLElement>(":scope > .canvas");

  function settle(): void {
    clearTimeout(rest);
    if (held === null) return;
    const { x, y, along, motion, to } = held;
    held = null;
    motion.cancel();
    room.remove();
    for (const axis of ["overflow-x", "overflow-y"]) root.style.removeProperty(axis);
    for (const name of ["transform-origin", "will-change"]) picture()?.style.removeProperty(name);
    session.zoom.value = Math.abs(to - 1) < 0.02 ? 1 : to;
    root.scrollLeft = along[0] * root.scrollWidth - x;
    root.scrollTop = along[1] * root.scrollHeight - y;
  }

  return {
    turn(event) {
      const shown = picture();
      if (shown === null) return;
      if (held === null) {
        const box = root.getBoundingClientRect();
        const [x, y] = [event.clientX - box.left, event.clientY - box.top];
        const along = [
          (root.scrollLeft + x) / root.scrollWidth,
          (root.scrollTop + y) / root.scrollHeight,
        ] as const;
        const to = scale();
        const sheet = shown.getBoundingClientRect();
        shown.style.transformOrigin = `${(event.clientX - sheet.left) / to}px ${(event.clientY - sheet.top) / to}px`;
        shown.style.willChange = "transform";
        const sizes = [LEAST, MOST].map((size) => ({ transform: `scale(${size / to})` }));
        const motion = shown.animate(sizes, { duration: MOTION, fill: "both" });
        motion.pause();
        // A bar that was not there would come for the room alone, and go with it.
        const [upright, flat] = [root.offsetWidth > root.clientWidth, root.offsetHeight > root.clientHeight];
        if (!upright) root.style.overflowY = "hidden";
        if (!flat) root.style.overflowX = "hidden";
        room.style.left = `${(root.scrollWidth * MOST) / to}px`;
        room.style.top = `${(root.scrollHeight * MOST) / to}px`;
        root.append(room);
        held = { x, y, along, motion, to };
      }
      const pixels = event.deltaMode === 0 ? event.deltaY : event.deltaY * 30;
      held.to = Math.min(MOST, Math.max(LEAST, held.to * Math.exp(-pixels * 0.002)));
      held.motion.currentTime = (MOTION * (held.to - LEAST)) / (MOST - LEAST);
      clearTimeout(rest);
      rest = setTimeout(settle, REST_MS);
    },
    end: settle,
  };
}
