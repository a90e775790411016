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
  const byId = new Map(plan.cards.map((card) => [card.id, card]));
  const survey: Survey = {
    plan,
    cells: cellsOf(plan),
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

function cellsOf(plan: Plan): Cells {
  const cells = new Map<number, Card[]>();
  for (const card of plan.cards) {
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
  if (straight !== null) return straight;
  let best: Way | null = null;
  let least = Infinity;
  for (const way of bentWays(survey, wire, source, target)) {
    const cost = costOf(survey, way);
    if (cost < least) {
      best = way;
      least = cost;
    }
  }
  if (best === null) throw new Error("A way through the strips always exists.");
  return best;
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

const rail = (kind: Rail["kind"], index: number): Rail => ({ kind, index, at: 0 });

function* bentWays(survey: Survey, wire: Wire, source: Card, target: Card): Generator<Way> {
  const way = (exit: Side, entry: Side, ...rails: Rail[]): Way => ({
    wire,
    source,
    target,
    exit,
    entry,
    rails,
  });
  const apart = target.column - source.column;
  // Along one column strip: between neighbouring columns, or round the side of its own.
  if (apart === 0) {
    for (const side of ["right", "left"] as const) {
      const strip = source.column + (side === "right" ? 1 : 0);
      yield way(side, side, rail("port", source.row), rail("column", strip), rail("port", target.row));
    }
  }
  const [near, far]: [Side, Side] = apart >= 0 ? ["right", "left"] : ["left", "right"];
  const leaving = source.column + (apart >= 0 ? 1 : 0);
  const arriving = target.column + (apart >= 0 ? 0 : 1);
  if (leaving === arriving && apart !== 0) {
    yield way(near, far, rail("port", source.row), rail("column", leaving), rail("port", target.row));
  }
  if (source === target) return;
  const strips = new Set([source.row, source.row + 1, target.row, target.row + 1]);
  for (const r of strips) {
    const out: Side = r <= source.row ? "top" : "bottom";
    const into: Side = r <= target.row ? "top" : "bottom";
    const seesSource = sees(survey, source, r);
    const seesTarget = sees(survey, target, r);
    if (apart === 0) continue;
    if (seesSource && seesTarget) {
      yield way(out, into, rail("spine", source.column), rail("row", r), rail("spine", target.column));
    }
    if (seesSource) {
      yield way(
        out,
        far,
        rail("spine", source.column),
        rail("row", r),
        rail("column", arriving),
        rail("port", target.row),
      );
    }
    if (seesTarget) {
      yield way(
        near,
        into,
        rail("port", source.row),
        rail("column", leaving),
        rail("row", r),
        rail("spine", target.column),
      );
    }
    if (leaving !== arriving) {
      yield way(
        near, far,
        rail("port", source.row), rail("column", leaving), rail("row", r), rail("column", arriving), rail("port", target.row),
      ); // prettier-ignore
    }
  }
}

/** Length along the middles of the strips, and what corners and crowding add. */
function costOf({ plan, columnUse, rowUse }: Survey, { source, target, exit, entry, rails }: Way): number {
  let [x, y] = edge(source, exit);
  const [toX, toY] = edge(target, entry);
  let cost = (rails.length - 1) * CORNER;
  for (const { kind, index } of rails) {
    if (kind === "column") {
      const at = middle(plan.columns[index]!);
      const { from, to } = plan.columns[index]!;
      cost += Math.abs(at - x) + CROWDING * columnUse[index]! + Math.max(0, EASY - (to - from));
      x = at;
    } else if (kind === "row") {
      const at = middle(plan.rows[index]!);
      cost += Math.abs(at - y) + CROWDING * rowUse[index]!;
      y = at;
    }
  }
  return cost + Math.abs(toX - x) + Math.abs(toY - y);
}

/** The middle of a card's side. */
export function edge(card: Card, side: Side): [x: number, y: number] {
  if (side === "left") return [card.x, card.y + card.h / 2];
  if (side === "right") return [card.x + card.w, card.y + card.h / 2];
  return [card.x + card.w / 2, side === "top" ? card.y : card.y + card.h];
}
