/** A long list is begun with what can be seen of it and grows while nobody is at work. */
import { useEffect, useState } from "preact/hooks";

/** More than a list shows at once. */
const FIRST = 40;
const STEP = 80;

/** How many of `length` rows to draw now. */
export function useGrowing(length: number): number {
  const [drawn, setDrawn] = useState(FIRST);
  useEffect(() => {
    if (drawn >= length) return;
    const more = (): void => setDrawn(drawn + STEP);
    if (typeof requestIdleCallback !== "function") {
      const soon = setTimeout(more, 50); // Safari has none
      return () => clearTimeout(soon);
    }
    const idle = requestIdleCallback(more, { timeout: 500 });
    return () => cancelIdleCallback(idle);
  }, [drawn, length]);
  return drawn;
}
