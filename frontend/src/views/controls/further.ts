/** Whether a frame can be scrolled further to the right: then its edge is shaded, what is cut there might else pass for all. */
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/** Keeps `data-further` on the frame true. */
export function useFurther(frame: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const { current } = frame;
    if (current === null) return;
    const look = (): void => {
      const hidden = current.scrollWidth - current.clientWidth - Math.abs(current.scrollLeft);
      current.toggleAttribute("data-further", hidden > 1);
    };
    const resized = new ResizeObserver(look);
    resized.observe(current);
    for (const child of current.children) resized.observe(child);
    current.addEventListener("scroll", look, { passive: true });
    return () => {
      resized.disconnect();
      current.removeEventListener("scroll", look);
    };
  }, []);
}
