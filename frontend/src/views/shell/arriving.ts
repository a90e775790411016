/** Parts of the page that are on their way: who wants to lead the focus into one waits for it. */

import { awaited } from "../../actions/later";
import { drawn } from "./drawn";
import { holdKeys } from "./held";

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
    const arrive = (came: boolean): void => {
      // One part may ask for the next: the interview for the room that it is held in.
      if (awaited.size > 0)
        void Promise.allSettled(awaited).then((parts) => {
          const all = came && parts.every(({ status }) => status === "fulfilled");
          drawn(() => arrive(all));
        });
      else {
        run();
        release(came);
      }
    };
    arrive(true);
  });
}
