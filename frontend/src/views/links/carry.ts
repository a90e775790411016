/**
 * The routes of an edit, in the frame of its key: only the links of what moved find a new way, the others go along with
 * their columns and lanes. What that leaves untidy (two runs on one line) the next full routing mends.
 */
import { middle } from "./plan";
import { type Card, type Plan, type Route, type Strip, type Wire, route } from "./routing";

/** Cards that stand elsewhere in their lane or column, came, or have another size; those that only went along are not. */
export function movedCards(before: Plan, after: Plan): ReadonlySet<string> {
  let old: ReadonlyMap<string, Card> | null = null;
  const [across, down] = [shifts(before.columns, after.columns), shifts(before.rows, after.rows)];
  const moved = new Set<string>();
  let i = 0;
  for (const card of after.cards) {
    let was = before.cards[i++]; // most stand in the list where they stood
    if (was?.id !== card.id) {
      old ??= new Map(before.cards.map((one) => [one.id, one]));
      was = old.get(card.id);
    }
    if (was === card) continue;
    if (was === undefined || !goesAlong(was, card, across[card.column] ?? 0, down[card.row] ?? 0))
      moved.add(card.id);
  }
  return moved;
}

const shifts = (before: readonly Strip[], after: readonly Strip[]): number[] =>
  after.map((strip, i) => strip.to - (before[i]?.to ?? 0));

const goesAlong = (was: Card, now: Card, across: number, down: number): boolean =>
  was.row === now.row &&
  was.column === now.column &&
  Math.abs(was.x + across - now.x) < 0.5 &&
  Math.abs(was.w - now.w) < 0.5 &&
  Math.abs(was.y + down - now.y) < 0.5 &&
  Math.abs(was.h - now.h) < 0.5;

/** Routes after an edit, by link; `routes` are those of `before`. Columns and lanes must be the same ones. */
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
  const [across, down] = [shiftOf(before.columns, after.columns), shiftOf(before.rows, after.rows)];
  const carried = new Map<string, Route>();
  for (const { id } of wires) {
    const now = found.get(id) ?? along(routes.get(id), across, down);
    if (now !== undefined) carried.set(id, now);
  }
  return carried;
}

type Shift = (value: number) => number;

function along(old: Route | undefined, across: Shift | null, down: Shift | null): Route | undefined {
  if (old === undefined || (across === null && down === null)) return old;
  return {
    id: old.id,
    points: old.points.map((value, i) => (i % 2 === 0 ? across : down)?.(value) ?? value),
  };
}

/**
 * Where an x or y of before is now: with its column or lane in one, as far from the middle, or from the line, between two.
 * Null where all is as it was.
 */
function shiftOf(before: readonly Strip[], after: readonly Strip[]): Shift | null {
  if (before.every((strip, i) => strip.from === after[i]?.from && strip.to === after[i].to)) return null;
  return (value) => {
    let [low, high] = [0, before.length - 1];
    while (low < high) {
      const i = (low + high + 1) >> 1;
      if (value > before[i]!.from) low = i;
      else high = i - 1;
    }
    const [old, now] = [before[low]!, after[low]!];
    if (value >= old.to) return value + now.to - old.to;
    const at = anchor(now) + value - anchor(old);
    return Math.min(now.to, Math.max(now.from, at));
  };
}

const anchor = (strip: Strip): number => strip.line ?? middle(strip);
