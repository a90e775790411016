/** A long list is begun with what can be seen of it and grows while nobody is at work. */
import { useEffect, useState } from "preact/hooks";
import { cancelIdle, whenIdle } from "../sheet/idle";

/** More than a list shows at once. */
const FIRST = 40;
const STEP = 80;

/** How many of `length` rows to draw now. */
export function useGrowing(length: number): number {
  const [drawn, setDrawn] = useState(FIRST);
  useEffect(() => {
    if (drawn >= length) return;
    const idle = whenIdle(() => setDrawn(drawn + STEP));
    return () => cancelIdle(idle);
  }, [drawn, length]);
  return drawn;
}
