/**
 * The points of the emotion curves as something that can be set. A point stands for all that is felt at a moment on one
 * side: where that is one step, the point is its emotion; where several, their mean, and all of them move by as much, each
 * within the scale. Where nothing is known yet, the first step there takes the value.
 */
import type { Step } from "../model/records";
import { halfOf, type Half, type Sheet } from "../model/sheet";

/** Steps whose emotion makes up a point, known or not. Evidence feels nothing. */
export const stepsFelt = (sheet: Sheet, half: Half, moment: string): readonly Step[] =>
  sheet.lanes
    .filter((lane) => lane.kind !== "evidence" && halfOf(lane.kind) === half)
    .flatMap((lane) => sheet.cell(lane.id, moment));

/** What each step would feel, were the point at `value`; only those that would feel otherwise. null: not known. */
export function feltAt(
  steps: readonly Step[],
  value: number | null,
): readonly { readonly id: string; readonly emotion: number | null }[] {
  const known = steps.filter((step) => step.emotion !== null);
  if (value === null) return known.map(({ id }) => ({ id, emotion: null }));
  const [first] = steps;
  if (known.length === 0)
    return first === undefined ? [] : [{ id: first.id, emotion: within(Math.round(value)) }];
  const emotions = known.map(({ emotion }) => emotion ?? 0);
  const by = shift(emotions, value);
  return known.flatMap(({ id, emotion }, i) => {
    const next = within((emotions[i] ?? 0) + by);
    return next === emotion ? [] : [{ id, emotion: next }];
  });
}

/** Their mean once the point is led to `value`: what the curve shows on the way. */
export function meanAt(steps: readonly Step[], value: number | null): number | null {
  const changed = new Map(feltAt(steps, value).map(({ id, emotion }) => [id, emotion]));
  const felt = steps.flatMap((step) => {
    const emotion = changed.has(step.id) ? changed.get(step.id) : step.emotion;
    return emotion == null ? [] : [emotion];
  });
  return felt.length === 0 ? null : mean(felt);
}

/** The whole step by which all must move so that their mean comes nearest; of two, the smaller. */
function shift(emotions: readonly number[], value: number): number {
  let best = 0;
  let least = Infinity;
  for (const by of [0, 1, -1, 2, -2, 3, -3, 4, -4]) {
    const off = Math.abs(mean(emotions.map((emotion) => within(emotion + by))) - value);
    if (off < least - 1e-9) [best, least] = [by, off];
  }
  return best;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export const within = (emotion: number): number => Math.min(2, Math.max(-2, emotion));
