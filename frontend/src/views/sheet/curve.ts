/** The shapes of the emotion band: smooth runs between known feelings, and labels that keep clear of each other. */
import type { Curve } from "../../model/sheet";

/** Pixels a step of the scale, and the room above +2 and below -2. */
export const STEP = 20;
export const ROOM = 18;
export const HEIGHT = 4 * STEP + 2 * ROOM;

export const yOf = (emotion: number): number => ROOM + (2 - emotion) * STEP;

/** SVG path data through the moments' middles: level at each of them, a gap where the feeling is not known. */
export function curvePath(points: Curve["points"], centres: readonly number[]): string {
  let path = "";
  for (const [i, value] of points.entries()) {
    const x = centres[i];
    if (value === null || x === undefined) continue;
    const y = yOf(value);
    const before = points[i - 1] ?? null;
    const half = (x + (centres[i - 1] ?? x)) / 2;
    path += before === null ? `M${x} ${y}` : `C${half} ${yOf(before)} ${half} ${y} ${x} ${y}`;
  }
  return path;
}

export interface Label {
  readonly at: number;
  readonly text: string;
  readonly y: number;
  readonly side: "above" | "below";
}

/** Beside the last point of each run: on the side where the other curve is not. */
export function labelsOf(curve: Curve, other: Curve | undefined): Label[] {
  return curve.labels.flatMap(({ at, text }) => {
    const value = curve.points[at];
    if (value == null) return [];
    const beside = other?.points[at] ?? other?.points[at + 1] ?? null;
    const ahead = other?.points[at + 1] ?? beside;
    // Where both stand on one point, the next moment decides, then the customer's goes above.
    const pull = beside === null ? 0 : beside - value || (ahead ?? value) - value;
    const above = pull === 0 ? curve.half === "customer" || beside === null : pull < 0;
    return [{ at, text, y: yOf(value), side: above ? "above" : "below" }];
  });
}
