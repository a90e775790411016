/**
 * What the first look at a large sheet does without, cards and links beyond the screen: a few at a time once it stands, and
 * all at once as soon as somebody is at work, who finds everything there.
 */
import type { Schedule } from "./schedule";

/** Between two slices. */
const SLICE_MS = 12;

/** A click alone is what a screen reader or a voice makes of an order. */
const WORK = ["keydown", "pointerdown", "click", "wheel", "scroll"] as const;

/** `work` does one slice, or all there is; true while there is more. The result ends it. */
export function bringLate(schedule: Schedule, work: (all: boolean) => boolean): () => void {
  const task = schedule.whenAtRest(() => {
    if (work(false)) task.later();
    else end();
  }, SLICE_MS);
  const now = (): void => {
    end();
    work(true);
  };
  function end(): void {
    task.cancel();
    for (const way of WORK) document.removeEventListener(way, now, true);
  }
  for (const way of WORK) document.addEventListener(way, now, { capture: true, passive: true });
  task.later();
  return end;
}
