/** Chooses a way for each link: the cheapest of the few shapes that keep to the free strips by construction. */
import { type Card, type Plan, type Rail, type Side, type Way, type Wire, middle } from "./plan";

/** A corner costs as much as this many pixels of way. */
const CORNER = 26;
/** Every link that already runs along a strip makes it a little dearer, so that traffic spreads. */
const CROWDING = 1.5;
/** A strip narrower than this costs what it lacks: the ones at the sheet's sides are half as wide. */
const EASY = 24;
/** Cards must face each other at least so far for a straight arrow between them. */
const FACING = 12;

/** Cards by cell, from top to bottom. */
type Cells = ReadonlyMap<number, readonly Card[]>;

interface Survey {
  readonly plan: Plan;
  readonly cells: Cells;
  readonly columnUse: number[];
  readonly rowUse: number[];
}

/** `before`: ways of the same sheet, kept where they still hold now that its strips have other widths. */
export function chooseWays(plan: Plan, wires: readonly Wire[], before: readonly Way[] = []): Way[] {
  const kept = new Map(before.map((way) => [way.wire.id, way]));
  const byId = endsOf(plan, wires);
  const survey: Survey = {
    plan,
    cells: cellsOf(plan, byId),
    columnUse: plan.columns.map(() => 0),
    rowUse: plan.rows.map(() => 0),
  };
  const ways: Way[] = [];
  for (const wire of wires) {
    const source = byId.get(wire.source);
    const target = byId.get(wire.target);
    if (source === undefined || target === undefined) continue;
    const way = again(survey, kept.get(wire.id), source, target) ?? cheapest(survey, wire, source, target);
    for (const rail of way.rails) {
      if (rail.kind === "column") survey.columnUse[rail.index]! += 1;
      if (rail.kind === "row") survey.rowUse[rail.index]! += 1;
    }
    ways.push(way);
  }
  return ways;
}

const cellKey = (column: number, row: number): number => row * 100_000 + column;

/** The cards at the ends of the links. */
function endsOf(plan: Plan, wires: readonly Wire[]): ReadonlyMap<string, Card> {
  const named = new Set<string>();
  for (const { source, target } of wires) named.add(source).add(target);
  const ends = new Map<string, Card>();
  for (const card of plan.cards) if (named.has(card.id)) ends.set(card.id, card);
  return ends;
}

/** The cells of the columns that lie between the `ends`: no way looks beyond them, and those of one card are few. */
function cellsOf(plan: Plan, ends: ReadonlyMap<string, Card>): Cells {
  let [first, last] = [Infinity, -Infinity];
  for (const { column } of ends.values()) [first, last] = [Math.min(first, column), Math.max(last, column)];
  const cells = new Map<number, Card[]>();
  for (const card of plan.cards) {
    if (card.column < first || card.column > last) continue;
    const key = cellKey(card.column, card.row);
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [card]);
    else cell.push(card);
  }
  for (const cell of cells.values()) cell.sort((a, b) => a.y - b.y);
  return cells;
}

function cheapest(survey: Survey, wire: Wire, source: Card, target: Card): Way {
  const straight = straightWay(survey, wire, source, target);
  return straight ?? bentWay(wire, source, target, bestShape(survey, source, target));
}

/** The same shape between cards that moved; null where it was straight and can't be any more. */
function again(survey: Survey, before: Way | undefined, source: Card, target: Card): Way | null {
  if (before === undefined) return null;
  if (before.rails.length === 1) return straightWay(survey, before.wire, source, target);
  return { ...before, source, target, rails: before.rails.map(({ kind, index }) => rail(kind, index)) };
}

function straightWay(survey: Survey, wire: Wire, source: Card, target: Card): Way | null {
  if (source === target) return null;
  if (source.column === target.column) {
    const down = target.y > source.y;
    const [upper, lower] = down ? [source, target] : [target, source];
    if (!neighbours(survey, upper, lower)) return null;
    return {
      wire, source, target,
      exit: down ? "bottom" : "top", entry: down ? "top" : "bottom",
      rails: [rail("spine", source.column)],
    }; // prettier-ignore
  }
  if (source.row !== target.row) return null;
  const top = Math.max(source.y, target.y);
  const bottom = Math.min(source.y + source.h, target.y + target.h);
  if (bottom - top < FACING) return null;
  const y = (top + bottom) / 2;
  const onward = target.column > source.column;
  const [first, last] = onward ? [source.column, target.column] : [target.column, source.column];
  for (let column = first + 1; column < last; column++) {
    for (const card of survey.cells.get(cellKey(column, source.row)) ?? []) {
      // The straight run may be moved a little to keep parallel ones apart: leave room for that.
      if (card.y < y + 16 && card.y + card.h > y - 16) return null;
    }
  }
  return {
    wire, source, target,
    exit: onward ? "right" : "left", entry: onward ? "left" : "right",
    rails: [rail("port", source.row)],
  }; // prettier-ignore
}

/** Whether nothing stands between two cards of one column. */
function neighbours(survey: Survey, upper: Card, lower: Card): boolean {
  const above = survey.cells.get(cellKey(upper.column, upper.row))!;
  if (upper.row === lower.row) return above[above.indexOf(upper) + 1] === lower;
  return (
    above.at(-1) === upper &&
    survey.cells.get(cellKey(lower.column, lower.row))![0] === lower &&
    empty(survey, upper.column, upper.row + 1, lower.row)
  );
}

function empty(survey: Survey, column: number, from: number, before: number): boolean {
  for (let row = from; row < before; row++) if (survey.cells.has(cellKey(column, row))) return false;
  return true;
}

/** Whether a card can be left straight up or down to row strip `r`. */
function sees(survey: Survey, card: Card, r: number): boolean {
  const cell = survey.cells.get(cellKey(card.column, card.row))!;
  return r <= card.row
    ? cell[0] === card && empty(survey, card.column, r, card.row)
    : cell.at(-1) === card && empty(survey, card.column, card.row + 1, r);
}

/**
 * The strips a bent way runs in: column strip `a`, row strip `r`, column strip `b`, each -1 where it has none.
 * Without `a` it leaves the card upwards or downwards, without `b` it arrives so; with `a` alone it goes round in one.
 */
interface Shape {
  readonly a: number;
  readonly r: number;
  readonly b: number;
}

function bestShape(survey: Survey, source: Card, target: Card): Shape {
  let best: Shape = { a: source.column + 1, r: -1, b: -1 };
  let least = Infinity;
  const consider = (a: number, r: number, b: number): void => {
    const cost = costOf(survey, source, target, a, r, b);
    if (cost >= least) return;
    least = cost;
    best = { a, r, b };
  };
  const apart = target.column - source.column;
  if (apart === 0) {
    consider(source.column + 1, -1, -1);
    consider(source.column, -1, -1);
    return best;
  }
  const leaving = source.column + (apart > 0 ? 1 : 0);
  const arriving = target.column + (apart > 0 ? 0 : 1);
  if (leaving === arriving) consider(leaving, -1, -1);
  const across = (r: number): void => {
    const up = sees(survey, source, r);
    const down = sees(survey, target, r);
    if (up && down) consider(-1, r, -1);
    if (up) consider(-1, r, arriving);
    if (down) consider(leaving, r, -1);
    if (leaving !== arriving) consider(leaving, r, arriving);
  };
  across(source.row);
  across(source.row + 1);
  if (target.row === source.row) return best;
  if (target.row !== source.row + 1) across(target.row);
  if (target.row + 1 !== source.row) across(target.row + 1);
  return best;
}

/** Length along the middles of the strips, and what corners, crowding and narrow strips add. */
function costOf(survey: Survey, source: Card, target: Card, a: number, r: number, b: number): number {
  const { plan, columnUse, rowUse } = survey;
  const exit = exitOf(source, a, r);
  const entry = entryOf(target, a, r, b);
  let x = edgeX(source, exit);
  let y = edgeY(source, exit);
  let cost = CORNER * (1 + (a >= 0 ? 1 : 0) + (r >= 0 ? 1 : 0) + (b >= 0 ? 1 : 0));
  if (a >= 0) {
    const strip = plan.columns[a]!;
    const at = middle(strip);
    cost += Math.abs(at - x) + CROWDING * columnUse[a]! + Math.max(0, EASY - (strip.to - strip.from));
    x = at;
  }
  if (r >= 0) {
    const at = middle(plan.rows[r]!);
    cost += Math.abs(at - y) + CROWDING * rowUse[r]!;
    y = at;
  }
  if (b >= 0) {
    const strip = plan.columns[b]!;
    const at = middle(strip);
    cost += Math.abs(at - x) + CROWDING * columnUse[b]! + Math.max(0, EASY - (strip.to - strip.from));
    x = at;
  }
  return cost + Math.abs(edgeX(target, entry) - x) + Math.abs(edgeY(target, entry) - y);
}

const exitOf = (source: Card, a: number, r: number): Side =>
  a >= 0 ? (a === source.column ? "left" : "right") : r <= source.row ? "top" : "bottom";
function entryOf(target: Card, a: number, r: number, b: number): Side {
  const strip = r >= 0 ? b : a;
  if (strip >= 0) return strip === target.column ? "left" : "right";
  return r <= target.row ? "top" : "bottom";
}

function bentWay(wire: Wire, source: Card, target: Card, { a, r, b }: Shape): Way {
  const rails: Rail[] = [];
  rails.push(a >= 0 ? rail("port", source.row) : rail("spine", source.column));
  if (a >= 0) rails.push(rail("column", a));
  if (r >= 0) rails.push(rail("row", r));
  if (b >= 0) rails.push(rail("column", b));
  rails.push(r < 0 || b >= 0 ? rail("port", target.row) : rail("spine", target.column));
  return { wire, source, target, exit: exitOf(source, a, r), entry: entryOf(target, a, r, b), rails };
}

const rail = (kind: Rail["kind"], index: number): Rail => ({ kind, index, at: 0 });

const edgeX = (card: Card, side: Side): number =>
  side === "left" ? card.x : side === "right" ? card.x + card.w : card.x + card.w / 2;
const edgeY = (card: Card, side: Side): number =>
  side === "top" ? card.y : side === "bottom" ? card.y + card.h : card.y + card.h / 2;

/** The middle of a card's side. */
export const edge = (card: Card, side: Side): [x: number, y: number] => [
  edgeX(card, side),
  edgeY(card, side),
];
