/** Parts of the page that are on their way: who wants to lead the focus into one waits for it. */

import { drawn } from "./drawn";
import { holdKeys } from "./held";

const awaited = new Set<Promise<void>>();

export function arriving(part: Promise<void>): void {
  awaited.add(part);
  void part.finally(() => awaited.delete(part));
}

/**
 * Once what was just changed is drawn, with the parts that it asked for: before the next key, not with the next frame. A key
 * that falls between two frames would go to where the focus was. Keys pressed until then are kept for it.
 */
export function afterDrawing(run: () => void): void {
  drawn(() => {
    if (awaited.size === 0) {
      run();
      return;
    }
    const release = holdKeys();
    void Promise.all(awaited).then(() =>
      drawn(() => {
        run();
        release();
      }),
    );
  });
}
