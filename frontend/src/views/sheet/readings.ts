/**
 * What the last measure found, and the rest of what lies out of sight between two measures: it is woken where cards may
 * have other heights, and rests again when nobody is at work.
 */
import type { Sheet } from "../../model/sheet";
import type { Plan } from "../links/plan";
import { type Reading, heightsOf, measure, measureDirty, sameWidths } from "./measure";
import { createResting } from "./resting";
import type { Scene } from "./scene";
import type { Schedule } from "./schedule";

/** Between two slices of cards that are measured late. */
const SLICE_MS = 60;

export interface Readings {
  readonly last: Reading;
  /** Before the first measure: what is only estimated is measured after `wait` milliseconds. */
  begin(): void;
  /** Measures everything, but for what rests. */
  all(sheet: Sheet): void;
  /** Measures the cells that are marked. */
  dirty(sheet: Sheet): void;
  /** Everything is laid out for a measure; whether or not that finds anything moved, it rests again afterwards. */
  wake(): void;
  restLater(): void;
}

/** Things rest after `wait` milliseconds in which nobody was at work. `mended` is told that an estimate was wrong. */
export function createReadings(
  scene: Scene,
  canvas: HTMLElement,
  schedule: Schedule,
  wait: number,
  mended: () => void,
): Readings {
  const { scale, cells } = scene;
  const { editing } = scene.editor.session;
  const resting = createResting(scene);
  let last: Reading = { plan: scene.plan.peek(), tops: [], byCell: new Map(), cells: [] };
  /** The plan for whose columns the heights of what rests hold. */
  let laid: Plan | null = null;

  const rest = schedule.whenAtRest(() => {
    if (scale.peek() === 1) resting.rest(heightsOf(last));
  }, wait);
  /** Measures what was estimated when the sheet was opened, some at a time. */
  const settle = schedule.whenAtRest(
    () => {
      const { more, changed } = resting.settle(scale.peek());
      if (changed) mended();
      if (more) settle.later();
    },
    SLICE_MS,
    () => editing.peek() !== null,
  );

  function wake(): void {
    laid = null;
    resting.wake();
    rest.later();
  }
  return {
    get last() {
      return last;
    },
    begin() {
      settle.later(wait);
    },
    all(sheet) {
      last = measure(canvas, scale.peek(), sheet, cells);
      if (laid !== null && !sameWidths(laid, last.plan)) {
        wake(); // in columns of another width what rests has other heights
        last = measure(canvas, scale.peek(), sheet, cells);
      }
      laid ??= last.plan;
    },
    dirty(sheet) {
      last = measureDirty(canvas, scale.peek(), sheet, cells, last);
    },
    wake,
    restLater() {
      rest.later();
    },
  };
}
