/** The drawing of a route: a line with rounded corners, and its arrowhead. */
import { type Crossings, GAP } from "./crossings";

const ROUND = 5;
/** Length and half width of an arrowhead. */
export const HEAD = 7;
const HALF = 3.6;

/** SVG path data of the line, open where others cross it; it ends where the arrowhead begins. */
export function linePath(points: readonly number[], crossings?: Crossings): string {
  const n = points.length;
  let path = `M${round(points[0]!)} ${round(points[1]!)}`;
  for (let i = 2; i < n; i += 2) {
    const x = points[i]!;
    const y = points[i + 1]!;
    const fromX = points[i - 2]!;
    const fromY = points[i - 1]!;
    const across = crossings?.get(i - 2);
    if (across !== undefined) path += openings(fromX < x, y, across);
    if (i === n - 2) {
      const [endX, endY] = backFrom(x, y, fromX, fromY, HEAD - 1);
      path += `L${round(endX)} ${round(endY)}`;
      break;
    }
    const toX = points[i + 2]!;
    const toY = points[i + 3]!;
    const last = i === n - 4 ? HEAD - 1 : 0;
    const before = Math.abs(x - fromX) + Math.abs(y - fromY);
    const after = Math.max(0, Math.abs(toX - x) + Math.abs(toY - y) - last);
    const r = Math.min(ROUND, i === 2 ? before : before / 2, i === n - 4 ? after : after / 2);
    const [aX, aY] = backFrom(x, y, fromX, fromY, r);
    const [bX, bY] = backFrom(x, y, toX, toY, r);
    path += `L${round(aX)} ${round(aY)}Q${round(x)} ${round(y)} ${round(bX)} ${round(bY)}`;
  }
  return path;
}

/** Up to each crossing, and on behind it; those that lie close share an opening. */
function openings(onward: boolean, y: number, across: readonly number[]): string {
  const by = onward ? GAP : -GAP;
  let path = "";
  for (const [i, x] of across.entries()) {
    const before = across[i - 1];
    const next = across[i + 1];
    if (before === undefined || Math.abs(x - before) > 2 * GAP) path += `L${round(x - by)} ${round(y)}`;
    if (next === undefined || Math.abs(next - x) > 2 * GAP) path += `M${round(x + by)} ${round(y)}`;
  }
  return path;
}

/** SVG path data of the arrowhead, its tip on the card. */
export function headPath(points: readonly number[]): string {
  const n = points.length;
  const x = points[n - 2]!;
  const y = points[n - 1]!;
  const [backX, backY] = backFrom(x, y, points[n - 4]!, points[n - 3]!, HEAD);
  // One of the two is zero: ways are orthogonal.
  const acrossX = backX === x ? HALF : 0;
  const acrossY = backX === x ? 0 : HALF;
  return (
    `M${round(x)} ${round(y)}L${round(backX + acrossX)} ${round(backY + acrossY)}` +
    `L${round(backX - acrossX)} ${round(backY - acrossY)}Z`
  );
}

/** The point `by` away from (x, y) in the direction of (toX, toY). */
function backFrom(x: number, y: number, toX: number, toY: number, by: number): [number, number] {
  return [x + Math.sign(toX - x) * by, y + Math.sign(toY - y) * by];
}

const round = (value: number): number => Math.round(value * 10) / 10;
