/** The sizes of the sheet. */

const SIZES: readonly number[] = [0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2];

/** The smallest and the largest that one can zoom to; to be fitted, a sheet may get smaller still. */
export const [LEAST, MOST] = [Math.min(...SIZES), Math.max(...SIZES)];

/** The next size in a direction; from the fitted sheet it starts at natural size. */
export function zoomed(now: number | "fit", by: -1 | 1): number {
  if (now === "fit") return 1;
  const next = by > 0 ? SIZES.find((size) => size > now) : SIZES.findLast((size) => size < now);
  return next ?? now;
}
