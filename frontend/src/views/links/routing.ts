/**
 * Routes links around cards: pure, from a plan of cards and free strips to the corners of each way.
 *
 * A way runs in the strips between columns and lanes only, or straight over empty cells, so it can meet no foreign card. Chosen
 * first (`ways`), then placed: heights on card sides (`ports`), then side by side in each strip (`tracks`).
 * Time grows with the links and with the square of those that share one stretch of a strip.
 */
import { type Card, type Plan, type Rail, type Strip, type Way, type Wire, middle } from "./plan";
import { placePorts } from "./ports";
import { type Run, type Turn, layTracks } from "./tracks";
import { chooseWays, edge } from "./ways";

export type { Card, Plan, Strip, Wire } from "./plan";

/** Corners of a way from card to card: x0, y0, x1, y1, … Each piece is horizontal or vertical. */
export interface Route {
  readonly id: string;
  readonly points: readonly number[];
}

export interface Routing {
  readonly routes: readonly Route[];
  /** How many runs lie side by side at most in each strip: whoever draws the sheet may give it the room. */
  readonly columns: readonly number[];
  readonly rows: readonly number[];
  readonly ways: readonly Way[];
}

/** Between parallel runs, where there is room. */
const COLUMN_GAP = 6;
const SPINE_GAP = 12;
const ROW_GAP = 6;
/** Kept free along both sides of a strip: an arrowhead must be clear of the corner before it. */
const MARGIN = 9;

/** `before`: a routing of the same sheet with strips of other widths, whose shapes are kept. */
export function route(plan: Plan, wires: readonly Wire[], before?: Routing): Routing {
  const ways = chooseWays(plan, wires, before?.ways);
  const columns = plan.columns.map(() => 0);
  const rows = plan.rows.map(() => 0);
  placePorts(plan, ways);
  placeVerticals(plan, ways, "spine", []);
  placeVerticals(plan, ways, "column", columns);
  placeRows(plan, ways, rows);
  const routes = ways.map((way) => ({ id: way.wire.id, points: corners(way) }));
  return { routes, columns, rows, ways };
}

/** Room that a strip needs for so many runs side by side. */
export function roomFor(tracks: number, line: boolean): number {
  if (tracks === 0) return 0;
  if (!line) return 2 * MARGIN + (tracks - 1) * COLUMN_GAP;
  return 2 * (MARGIN + Math.ceil(tracks / 2) * (ROW_GAP + 1));
}

/** Spines and column strips: how far each run reaches up and down is known from ports, cards and row strips. */
function placeVerticals(plan: Plan, ways: readonly Way[], kind: "spine" | "column", counts: number[]): void {
  const groups = new Map<number, Run[]>();
  for (const way of ways) {
    for (const [i, rail] of way.rails.entries()) {
      if (rail.kind !== kind) continue;
      const start = reach(plan, way, i, -1);
      const end = reach(plan, way, i, 1);
      const place =
        kind === "spine"
          ? (track: number, tracks: number): void => void (rail.at = onSpine(way.source.column === rail.index ? way.source : way.target, track, tracks))
          : (track: number, tracks: number): void => void (rail.at = inStrip(plan.columns[rail.index]!, track, tracks, COLUMN_GAP)); // prettier-ignore
      add(groups, rail.index, {
        low: Math.min(start.low, end.low),
        high: Math.max(start.high, end.high),
        turns: [start.turn, end.turn],
        place,
      });
    }
  }
  for (const [index, runs] of groups) counts[index] = layTracks(runs);
}

interface Reach {
  readonly low: number;
  readonly high: number;
  readonly turn: Turn;
}

/** Where the vertical rail `i` of a way ends towards its neighbour before (-1) or after (1), and where that leads. */
function reach(plan: Plan, way: Way, i: number, step: -1 | 1): Reach {
  const next = way.rails[i + step];
  if (next === undefined) {
    const [, y] = edge(
      ...(step === -1 ? ([way.source, way.exit] as const) : ([way.target, way.entry] as const)),
    );
    return { low: y, high: y, turn: { at: y, to: 0 } };
  }
  const here = aboutX(plan, way, i);
  if (next.kind === "row") {
    const strip = plan.rows[next.index]!;
    const to = Math.sign(aboutX(plan, way, i + 2 * step) - here) as Turn["to"];
    return { low: strip.from, high: strip.to, turn: { at: middle(strip), to } };
  }
  const [x] = edge(...(step === -1 ? ([way.source, way.exit] as const) : ([way.target, way.entry] as const)));
  return { low: next.at, high: next.at, turn: { at: next.at, to: Math.sign(x - here) as Turn["to"] } };
}

function aboutX(plan: Plan, way: Way, i: number): number {
  const rail = way.rails[i]!;
  if (rail.kind === "column") return middle(plan.columns[rail.index]!);
  const card = rail.index === way.source.column ? way.source : way.target;
  return card.x + card.w / 2;
}

function placeRows(plan: Plan, ways: readonly Way[], counts: number[]): void {
  const groups = new Map<number, Run[]>();
  for (const { rails, source, target } of ways) {
    for (const [i, rail] of rails.entries()) {
      if (rail.kind !== "row") continue;
      const before = rails[i - 1]!;
      const after = rails[i + 1]!;
      const strip = plan.rows[rail.index]!;
      const mid = middle(strip);
      const turn = (vertical: Rail, beyond: Rail | undefined, card: Card): Turn => {
        const y = beyond?.kind === "port" ? beyond.at : card.y + card.h / 2;
        return { at: vertical.at, to: y < mid ? -1 : 1 };
      };
      add(groups, rail.index, {
        low: Math.min(before.at, after.at),
        high: Math.max(before.at, after.at),
        turns: [turn(before, rails[i - 2], source), turn(after, rails[i + 2], target)],
        place: (track, tracks) => void (rail.at = inStrip(strip, track, tracks, ROW_GAP)),
      });
    }
  }
  for (const [index, runs] of groups) counts[index] = layTracks(runs);
}

function add(groups: Map<number, Run[]>, key: number, run: Run): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [run]);
  else group.push(run);
}

/** Around the middle of a card's top or bottom. */
function onSpine(card: Card, track: number, tracks: number): number {
  const gap = tracks === 1 ? 0 : Math.min(SPINE_GAP, (card.w - 2 * MARGIN) / (tracks - 1));
  return card.x + card.w / 2 + (track - (tracks - 1) / 2) * gap;
}

function inStrip(strip: Strip, track: number, tracks: number, gap: number): number {
  if (strip.line !== undefined) return besideLine(strip, strip.line, track, tracks, gap);
  if (tracks === 1) return middle(strip);
  const room = roomOf(strip.to - strip.from, 2, tracks - 1);
  return middle(strip) + (track - (tracks - 1) / 2) * Math.min(gap, room / (tracks - 1));
}

/** What the margins leave; where that would put runs on one another, the margins give way. */
const roomOf = (width: number, margins: number, gaps: number): number =>
  Math.max(width - margins * MARGIN, Math.min(width - margins * 3, gaps * 3), 0);

/** Half of the tracks above the line, half below; a single one above. */
function besideLine({ from, to }: Strip, line: number, track: number, tracks: number, gap: number): number {
  const above = Math.ceil(tracks / 2);
  const upper = track < above;
  const count = upper ? above : tracks - above;
  const room = roomOf(upper ? line - from : to - line, 1, count);
  const step = Math.min(gap + 1, room / count);
  return upper ? line - (above - track) * step : line + (track - above + 1) * step;
}

function corners(way: Way): number[] {
  const { rails, source, target } = way;
  const first = rails[0]!;
  const last = rails.at(-1)!;
  const points = end(first, edge(source, way.exit));
  for (let i = 1; i < rails.length; i++) {
    const a = rails[i - 1]!;
    const b = rails[i]!;
    points.push(...(upright(a) ? [a.at, b.at] : [b.at, a.at]));
  }
  points.push(...end(last, edge(target, way.entry)));
  return points;
}

const upright = (rail: Rail): boolean => rail.kind === "spine" || rail.kind === "column";
const end = (rail: Rail, [x, y]: [number, number]): number[] => (upright(rail) ? [rail.at, y] : [x, rail.at]);
