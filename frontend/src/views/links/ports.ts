/** Gives every link that leaves or reaches a card's left or right side its height there. */
import { type Card, type Plan, type Side, type Way, middle } from "./plan";

/** Between two links on one side, and from a card's corners, where there is room. */
const APART = 10;
const CORNER_ROOM = 9;

interface End {
  /** Where its next rail leads: ends are sorted by it, so that their ways do not cross. */
  readonly toward: number;
  place(y: number): void;
}

interface SideEnds {
  readonly card: Card;
  readonly straight: number[];
  readonly ends: End[];
}

export function placePorts(plan: Plan, ways: readonly Way[]): void {
  const left = new Map<Card, SideEnds>();
  const right = new Map<Card, SideEnds>();
  const sideOf = (card: Card, side: Side): SideEnds => {
    const sides = side === "left" ? left : right;
    let found = sides.get(card);
    if (found === undefined) sides.set(card, (found = { card, straight: [], ends: [] }));
    return found;
  };

  for (const [y, way] of straightRuns(ways)) {
    way.rails[0]!.at = y;
    sideOf(way.source, way.exit).straight.push(y);
    sideOf(way.target, way.entry).straight.push(y);
  }
  for (const way of ways) {
    const { rails } = way;
    if (rails.length === 1) continue;
    const first = rails[0]!;
    const last = rails.at(-1)!;
    if (first.kind === "port") {
      const place = (y: number): void => void (first.at = y);
      sideOf(way.source, way.exit).ends.push({ toward: beyond(plan, way, 2), place });
    }
    if (last.kind === "port") {
      const place = (y: number): void => void (last.at = y);
      sideOf(way.target, way.entry).ends.push({ toward: beyond(plan, way, rails.length - 3), place });
    }
  }
  for (const sides of [left, right]) for (const side of sides.values()) spread(side);
}

/** Straight arrows between two cards that face each other, with the height of each; several share the middle. */
function* straightRuns(ways: readonly Way[]): Generator<[y: number, way: Way]> {
  const pairs = new Map<string, Way[]>();
  for (const way of ways) {
    if (way.rails.length !== 1 || way.rails[0]!.kind !== "port") continue;
    const { source, target } = way;
    const key = source.id < target.id ? `${source.id} ${target.id}` : `${target.id} ${source.id}`;
    const pair = pairs.get(key);
    if (pair === undefined) pairs.set(key, [way]);
    else pair.push(way);
  }
  for (const pair of pairs.values()) {
    const { source, target } = pair[0]!;
    const top = Math.max(source.y, target.y);
    const bottom = Math.min(source.y + source.h, target.y + target.h);
    const step = Math.min(APART, (bottom - top - 4) / pair.length, 30 / pair.length);
    for (const [i, way] of pair.entries())
      yield [(top + bottom) / 2 + (i - (pair.length - 1) / 2) * step, way];
  }
}

/** About where a way goes after the column strip that its port leads into. */
function beyond(plan: Plan, { rails, source, target }: Way, next: number): number {
  const rail = rails[next]!;
  if (rail.kind === "row") return middle(plan.rows[rail.index]!);
  const card = next === 0 ? source : target;
  return card.y + card.h / 2;
}

function spread({ card, straight, ends }: SideEnds): void {
  ends.sort((a, b) => a.toward - b.toward);
  const top = card.y + Math.min(CORNER_ROOM, card.h / 4);
  const bottom = card.y + card.h - Math.min(CORNER_ROOM, card.h / 4);
  if (straight.length === 0) {
    const step = Math.min(APART, (bottom - top) / Math.max(1, ends.length - 1));
    const first = (top + bottom - (ends.length - 1) * step) / 2;
    for (const [i, end] of ends.entries()) end.place(first + i * step);
    return;
  }
  const upper = Math.min(...straight);
  const lower = Math.max(...straight);
  const above = ends.filter((end) => end.toward < (upper + lower) / 2);
  const below = ends.slice(above.length);
  const up = Math.min(APART, (upper - top) / Math.max(1, above.length));
  const down = Math.min(APART, (bottom - lower) / Math.max(1, below.length));
  for (const [i, end] of above.entries()) end.place(upper - (above.length - i) * up);
  for (const [i, end] of below.entries()) end.place(lower + (i + 1) * down);
}
