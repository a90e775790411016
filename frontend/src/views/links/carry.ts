/**
 * The routes of an edit, in the frame of its key: only the links of what moved find a new way, the others go along with
 * their lanes. What that leaves untidy (two runs on one line) the next full routing mends.
 */
import { type Card, type Plan, type Route, type Strip, type Wire, route } from "./routing";

/** Cards that stand elsewhere in their lane, came, or have another size; those that only went along with it are not. */
export function movedCards(before: Plan, after: Plan): ReadonlySet<string> {
  const old = new Map(before.cards.map((card) => [card.id, card]));
  const shifts = after.rows.map((strip, i) => strip.to - (before.rows[i]?.to ?? 0));
  const moved = new Set<string>();
  for (const card of after.cards) {
    const was = old.get(card.id);
    if (was === card) continue;
    if (was === undefined || !goesAlong(was, card, shifts[card.row] ?? 0)) moved.add(card.id);
  }
  return moved;
}

const goesAlong = (was: Card, now: Card, shift: number): boolean =>
  was.row === now.row &&
  was.column === now.column &&
  Math.abs(was.x - now.x) < 0.5 &&
  Math.abs(was.w - now.w) < 0.5 &&
  Math.abs(was.y + shift - now.y) < 0.5 &&
  Math.abs(was.h - now.h) < 0.5;

/** Routes after an edit, by link; `routes` are those of `before`. Columns must be the same. */
export function carry(
  before: Plan,
  after: Plan,
  routes: ReadonlyMap<string, Route>,
  wires: readonly Wire[],
): ReadonlyMap<string, Route> {
  const moved = movedCards(before, after);
  const anew = wires.filter(
    ({ id, source, target }) => moved.has(source) || moved.has(target) || !routes.has(id),
  );
  const found = new Map(route(after, anew).routes.map((one) => [one.id, one]));
  const shift = shiftOf(before.rows, after.rows);
  const carried = new Map<string, Route>();
  for (const { id } of wires) {
    const now = found.get(id) ?? along(routes.get(id), shift);
    if (now !== undefined) carried.set(id, now);
  }
  return carried;
}

function along(old: Route | undefined, shift: ((y: number) => number) | null): Route | undefined {
  if (old === undefined || shift === null) return old;
  return { id: old.id, points: old.points.map((value, i) => (i % 2 === 0 ? value : shift(value))) };
}

/** Where a height of before is now: with its lane in a lane, in proportion between two. Null where all is as it was. */
function shiftOf(before: readonly Strip[], after: readonly Strip[]): ((y: number) => number) | null {
  if (before.every((strip, i) => strip.from === after[i]?.from && strip.to === after[i].to)) return null;
  return (y) => {
    let i = 0;
    while (i < before.length - 1 && y >= (before[i + 1]?.from ?? Infinity)) i++;
    const [old, now] = [before[i]!, after[i]!];
    if (y >= old.to) return y + now.to - old.to;
    const part = old.to === old.from ? 0 : (y - old.from) / (old.to - old.from);
    return now.from + part * (now.to - now.from);
  };
}
