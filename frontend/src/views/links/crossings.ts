/** Where links cross: the one that runs across is left open there, so that each can be followed by eye. */
import type { Route } from "./routing";

/** Half of what is left open, in pixels. */
export const GAP = 4;
/** Nearer than this to a corner or a card nothing is left open: a corner is round there, or an arrowhead stands. */
const CLEAR = 13;

/** Of each piece of a route (by the index of its first point) the x of what crosses it, along the way. */
export type Crossings = ReadonlyMap<number, readonly number[]>;

interface Upright {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly route: Route;
}

/** Time grows with the pieces, and with the uprights that stand over each piece that runs across. */
export function crossingsOf(routes: readonly Route[]): ReadonlyMap<Route, Crossings> {
  const uprights = routes.flatMap(uprightsOf).sort((a, b) => a.x - b.x);
  const found = new Map<Route, Crossings>();
  for (const route of routes) {
    const crossings = along(route, uprights);
    if (crossings.size > 0) found.set(route, crossings);
  }
  return found;
}

function uprightsOf(route: Route): Upright[] {
  const { points } = route;
  const found: Upright[] = [];
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [x, y, nextX, nextY] = [points[i]!, points[i + 1]!, points[i + 2]!, points[i + 3]!];
    if (x === nextX && y !== nextY)
      found.push({ x, top: Math.min(y, nextY), bottom: Math.max(y, nextY), route });
  }
  return found;
}

function along(route: Route, uprights: readonly Upright[]): Crossings {
  const { points } = route;
  const found = new Map<number, number[]>();
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [from, y, to] = [points[i]!, points[i + 1]!, points[i + 2]!];
    if (y !== points[i + 3]) continue;
    const [left, right] = [Math.min(from, to) + CLEAR, Math.max(from, to) - CLEAR];
    const here: number[] = [];
    for (let k = firstFrom(uprights, left); k < uprights.length; k++) {
      const { x, top, bottom, route: other } = uprights[k]!;
      if (x > right) break;
      if (other !== route && y > top + 1 && y < bottom - 1 && x - (here.at(-1) ?? -Infinity) >= 1)
        here.push(x);
    }
    if (here.length > 0) found.set(i, from < to ? here : here.reverse());
  }
  return found;
}

function firstFrom(uprights: readonly Upright[], x: number): number {
  let [low, high] = [0, uprights.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (uprights[middle]!.x < x) low = middle + 1;
    else high = middle;
  }
  return low;
}
