/**
 * The routes of an edit, in the frame of its key: only the links of what moved find a new way, the others go along with
 * their columns and lanes. What that leaves untidy (two runs on one line) the next full routing mends.
 */
import { middle } from "./plan";
import { type Card, type Plan, type Route, type Strip, type Wire, route } from "./routing";

/** So many cards are looked for one by one; for more a list of all pays. */
const FEW = 8;

/** Cards that stand elsewhere in their lane or column, came, or have another size; those that only went along are not. */
export function movedCards(before: Plan, after: Plan): ReadonlySet<string> {
  let [missed, old] = [0, null as ReadonlyMap<string, Card> | null];
  const find = (id: string): Card | undefined => {
    if (++missed <= FEW) return before.cards.find((one) => one.id === id);
    old ??= new Map(before.cards.map((one) => [one.id, one]));
    return old.get(id);
  };
  const [across, down] = [shifts(before.columns, after.columns), shifts(before.rows, after.rows)];
  const moved = new Set<string>();
  let i = 0; // where the next one most likely stood: right there, or behind one that left
  for (const card of after.cards) {
    if (before.cards[i]?.id !== card.id && before.cards[i + 1]?.id === card.id) i++;
    let was = before.cards[i];
    if (was?.id === card.id) i++;
    else was = find(card.id);
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

/**
 * Brings `routes`, those of `before`, up to date after an edit: of hundreds a few are others, a copy would be most of what
 * a key leaves behind. Columns and lanes must be the same ones.
 */
export function carry(before: Plan, after: Plan, routes: Map<string, Route>, wires: readonly Wire[]): void {
  const moved = movedCards(before, after);
  let known = 0;
  const anew = wires.filter(({ id, source, target }) => {
    if (!routes.has(id)) return true;
    known++;
    return moved.has(source) || moved.has(target);
  });
  if (known < routes.size) dropGone(routes, wires);
  const [across, down] = [shiftOf(before.columns, after.columns), shiftOf(before.rows, after.rows)];
  if (across !== null || down !== null) routes.forEach((old, id) => routes.set(id, along(old, across, down)));
  for (const now of route(after, anew).routes) routes.set(now.id, now);
}

function dropGone(routes: Map<string, Route>, wires: readonly Wire[]): void {
  const there = new Set(wires.map(({ id }) => id));
  for (const id of routes.keys()) if (!there.has(id)) routes.delete(id);
}

type Shift = (value: number) => number;

const along = ({ id, points }: Route, across: Shift | null, down: Shift | null): Route => ({
  id,
  points: points.map((value, i) => (i % 2 === 0 ? across : down)?.(value) ?? value),
});

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
