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
    const end = (came: boolean): void => {
      run();
      release(came);
    };
    const arrive = (): void => {
      if (awaited.size === 0) end(true);
      // One part may ask for the next: the interview for the room that it is held in.
      else Promise.all(awaited).then(() => drawn(arrive), () => end(false)); // prettier-ignore
    };
    arrive();
  });
}
