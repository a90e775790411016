/** Routes keep to the free strips: properties over random sheets, and the shapes a reader expects. */
import { describe, expect, test } from "vitest";
import {
  type Card,
  type Plan,
  type Route,
  type Strip,
  type Wire,
  route,
} from "../../../src/views/links/routing";

const GUTTER = 24;
const WIDTH = 150;

/** Numbers in [0, 1) that are the same for the same seed. */
function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A sheet from the heights of the cards in each cell: rows of columns. */
function sheet(heights: readonly (readonly (readonly number[])[])[]): Plan {
  const cards: Card[] = [];
  const rows: Strip[] = [];
  let y = 0;
  for (const [row, cells] of heights.entries()) {
    const line = row % 2 === 1;
    const height = line ? 44 : 20;
    rows.push({ from: y, to: y + height, ...(line ? { line: y + 22 } : {}) });
    y += height;
    let tallest = 40;
    for (const [column, cell] of cells.entries()) {
      let top = y;
      for (const [i, h] of cell.entries()) {
        cards.push({
          id: `${row}-${column}-${i}`,
          column,
          row,
          x: GUTTER + column * (WIDTH + GUTTER),
          y: top,
          w: WIDTH,
          h,
        });
        top += h + 16;
      }
      tallest = Math.max(tallest, top - 16 - y);
    }
    y += tallest;
  }
  rows.push({ from: y, to: y + 20 });
  const columns = Array.from({ length: heights[0]!.length + 1 }, (_, i) => ({
    from: i * (WIDTH + GUTTER),
    to: i * (WIDTH + GUTTER) + GUTTER,
  }));
  return { cards, columns, rows };
}

function randomSheet(
  seed: number,
  columns: number,
  rows: number,
  links: number,
): { plan: Plan; wires: Wire[] } {
  const next = random(seed);
  const pick = (n: number): number => Math.floor(next() * n);
  const plan = sheet(
    Array.from({ length: rows }, () =>
      Array.from({ length: columns }, () => Array.from({ length: pick(4) }, () => 34 + pick(90))),
    ),
  );
  const wires: Wire[] = [];
  if (plan.cards.length > 0) {
    for (let i = 0; i < links; i++) {
      wires.push({
        id: `k${i}`,
        source: plan.cards[pick(plan.cards.length)]!.id,
        target: plan.cards[pick(plan.cards.length)]!.id,
      });
    }
  }
  return { plan, wires };
}

type Piece = readonly [x1: number, y1: number, x2: number, y2: number];
function pieces({ points }: Route): Piece[] {
  const out: Piece[] = [];
  for (let i = 2; i < points.length; i += 2)
    out.push([points[i - 2]!, points[i - 1]!, points[i]!, points[i + 1]!]);
  return out;
}
const inside = ([x1, y1, x2, y2]: Piece, card: Card): boolean =>
  Math.min(x1, x2) < card.x + card.w &&
  Math.max(x1, x2) > card.x &&
  Math.min(y1, y2) < card.y + card.h &&
  Math.max(y1, y2) > card.y;
const onEdge = (x: number, y: number, card: Card): boolean =>
  ((x === card.x || x === card.x + card.w) && y >= card.y && y <= card.y + card.h) ||
  ((y === card.y || y === card.y + card.h) && x >= card.x && x <= card.x + card.w);

const seeds = Array.from({ length: 150 }, (_, seed) => seed);

describe("on any sheet", () => {
  test.each(seeds)("no way runs over a card, sheet %i", (seed) => {
    const { plan, wires } = randomSheet(seed, 1 + (seed % 8), 1 + (seed % 5), 30);
    const byId = new Map(plan.cards.map((card) => [card.id, card]));
    const { routes } = route(plan, wires);
    expect(routes.map((each) => each.id)).toEqual(wires.map((wire) => wire.id));
    for (const [i, way] of routes.entries()) {
      const parts = pieces(way);
      for (const part of parts) {
        expect(part[0] === part[2] || part[1] === part[3], "horizontal or vertical").toBe(true);
        for (const card of plan.cards) expect(inside(part, card), `${way.id} over ${card.id}`).toBe(false);
      }
      expect(onEdge(parts[0]![0], parts[0]![1], byId.get(wires[i]!.source)!), "begins at its source").toBe(
        true,
      );
      expect(
        onEdge(parts.at(-1)![2], parts.at(-1)![3], byId.get(wires[i]!.target)!),
        "ends at its target",
      ).toBe(true);
    }
  });

  test.each(seeds.slice(0, 60))("parallel ways stay apart and off the lines, sheet %i", (seed) => {
    const { plan, wires } = randomSheet(seed, 2 + (seed % 7), 1 + (seed % 5), 12);
    const upright: { id: string; x: number; from: number; to: number }[] = [];
    for (const way of route(plan, wires).routes) {
      for (const [x1, y1, x2, y2] of pieces(way)) {
        if (x1 === x2 && y1 !== y2)
          upright.push({ id: way.id, x: x1, from: Math.min(y1, y2), to: Math.max(y1, y2) });
        else if (y1 === y2) for (const strip of plan.rows) expect(y1).not.toBe(strip.line);
      }
    }
    for (const a of upright) {
      for (const b of upright) {
        if (a.id >= b.id || a.x !== b.x) continue;
        expect(Math.min(a.to, b.to) - Math.max(a.from, b.from), `${a.id} on ${b.id}`).toBeLessThanOrEqual(0);
      }
    }
  });

  test("the same sheet gives the same ways", () => {
    const { plan, wires } = randomSheet(7, 8, 5, 60);
    expect(route(plan, wires)).toEqual(route(plan, wires));
  });
});

describe("the shapes", () => {
  const wire = (source: string, target: string): Wire => ({ id: `${source} ${target}`, source, target });
  const one = (plan: Plan, source: string, target: string): readonly number[] =>
    route(plan, [wire(source, target)]).routes[0]!.points;

  test("neighbours in a lane: one straight arrow at the middle of the lower card", () => {
    expect(one(sheet([[[80], [60]]]), "0-0-0", "0-1-0")).toEqual([174, 50, 198, 50]);
  });
  test("cards below one another: one straight arrow, also over empty cells", () => {
    const plan = sheet([[[60]], [[]], [[60]]]);
    expect(one(plan, "0-0-0", "2-0-0")).toHaveLength(4);
    expect(one(plan, "2-0-0", "0-0-0")).toHaveLength(4);
  });
  test("cards of one cell: a straight arrow between neighbours, round the side otherwise", () => {
    const plan = sheet([[[40, 40, 40]]]);
    expect(one(plan, "0-0-0", "0-0-1")).toHaveLength(4);
    expect(one(plan, "0-0-0", "0-0-2")).toHaveLength(8);
  });
  test("an empty cell between them is crossed, a filled one is gone around", () => {
    expect(one(sheet([[[60], [], [60]]]), "0-0-0", "0-2-0")).toHaveLength(4);
    expect(one(sheet([[[60], [60], [60]]]), "0-0-0", "0-2-0").length).toBeGreaterThan(4);
  });
  test("there and back between two cards are two lines", () => {
    const plan = sheet([[[60], [60]]]);
    const [there, back] = route(plan, [wire("0-0-0", "0-1-0"), wire("0-1-0", "0-0-0")]).routes;
    expect(Math.abs(there!.points[1]! - back!.points[1]!)).toBeGreaterThanOrEqual(8);
  });
  test("a step linked to itself makes a loop beside its card", () => {
    const loop = one(sheet([[[60]]]), "0-0-0", "0-0-0");
    expect(loop).toHaveLength(8);
    expect(loop[2]).toBeGreaterThan(174);
  });
  test("a link to a card that is not there is left out", () => {
    expect(route(sheet([[[60]]]), [wire("0-0-0", "gone")]).routes).toEqual([]);
  });
});
