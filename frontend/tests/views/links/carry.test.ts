/** After an edit links still begin and end at their cards, and only those of what moved have another shape. */
import { describe, expect, it } from "vitest";
import { carry as carryOn, movedCards } from "../../../src/views/links/carry";
import { type Card, type Plan, type Route, type Wire, route } from "../../../src/views/links/routing";

const [W, GUTTER] = [150, 24];

/** Rows of columns of card heights, 0 for an empty cell. */
function plan(
  heights: readonly (readonly number[])[],
  ids = (row: number, column: number) => `${row}-${column}`,
): Plan {
  const cards: Card[] = [];
  const rows = [];
  let y = 0;
  for (const [row, cells] of heights.entries()) {
    rows.push({ from: y, to: y + 20 });
    y += 20;
    for (const [column, h] of cells.entries()) {
      if (h > 0)
        cards.push({ id: ids(row, column), column, row, x: GUTTER + column * (W + GUTTER), y, w: W, h });
    }
    y += Math.max(40, ...cells);
  }
  rows.push({ from: y, to: y + 20 });
  const columns = Array.from({ length: (heights[0]?.length ?? 0) + 1 }, (_, i) => ({
    from: i * (W + GUTTER),
    to: i * (W + GUTTER) + GUTTER,
  }));
  return { cards, columns, rows };
}
const wires: Wire[] = [
  { id: "a", source: "0-0", target: "1-1" },
  { id: "b", source: "1-1", target: "2-2" },
  { id: "c", source: "2-0", target: "2-2" },
];
const routed = (of: Plan, links = wires): Map<string, Route> =>
  new Map(route(of, links).routes.map((one) => [one.id, one]));

function carry(was: Plan, after: Plan, routes: ReadonlyMap<string, Route>, links: readonly Wire[]) {
  const carried = new Map(routes);
  carryOn(was, after, carried, links);
  return carried;
}

/** Whether both ends lie on the cards' borders. */
function ends({ points }: Route, { cards }: Plan, { source, target }: Wire): boolean {
  const on = (id: string, x = NaN, y = NaN): boolean => {
    const card = cards.find((one) => one.id === id)!;
    const [left, top] = [Math.abs(x - card.x) < 0.6, Math.abs(y - card.y) < 0.6];
    const [right, bottom] = [Math.abs(x - card.x - card.w) < 0.6, Math.abs(y - card.y - card.h) < 0.6];
    const within = x > card.x - 1 && x < card.x + card.w + 1 && y > card.y - 1 && y < card.y + card.h + 1;
    return within && (left || right || top || bottom);
  };
  return on(source, points[0], points[1]) && on(target, points.at(-2), points.at(-1));
}

const before = plan([
  [60, 0, 0],
  [0, 60, 0],
  [60, 0, 60],
]);

describe("before the sheet was measured", () => {
  it("links run as in the sketch: columns and lanes take them along, runs keep their distance from the middle", () => {
    const narrow = (strips: Plan["columns"], by: number): Plan["columns"] => {
      let left = 0;
      return strips.map(({ from, to }, i) => {
        const strip = { from: from - left, to: to - left - (i > 0 && i < strips.length - 1 ? by : 0) };
        left = to - strip.to;
        return strip;
      });
    };
    const after: Plan = { ...before, columns: narrow(before.columns, 8), rows: narrow(before.rows, 4) };
    const cards = before.cards.map((card) => ({
      ...card,
      x: after.columns[card.column]!.to,
      y: after.rows[card.row]!.to,
    }));
    const measured = { ...after, cards };
    expect(movedCards(before, measured).size).toBe(0);
    const carried = carry(before, measured, routed(before), wires);
    const afresh = routed(measured);
    for (const wire of wires) {
      const points = carried.get(wire.id)!.points;
      expect(ends(carried.get(wire.id)!, measured, wire)).toBe(true);
      for (const [i, value] of afresh.get(wire.id)!.points.entries()) expect(points[i]).toBeCloseTo(value, 5);
    }
  });
});

describe("after an edit", () => {
  it("a lane that grew takes the links below along, ends and all", () => {
    const after = plan([
      [120, 0, 0],
      [0, 60, 0],
      [60, 0, 60],
    ]);
    expect([...movedCards(before, after)]).toEqual(["0-0"]);
    const routes = routed(before);
    const carried = carry(before, after, routes, wires);
    for (const wire of wires) expect(ends(carried.get(wire.id)!, after, wire)).toBe(true);
    expect(carried.get("c")?.points).toEqual(
      routes.get("c")?.points.map((at, i) => (i % 2 === 1 ? at + 60 : at)),
    );
  });

  it("the links of a card that moved find it in its new cell; the rest stays the same object", () => {
    const after = plan(
      [
        [60, 0, 0],
        [0, 0, 60],
        [60, 0, 60],
      ],
      (row, column) => (row === 1 ? "1-1" : `${row}-${column}`),
    );
    const routes = routed(before);
    const carried = carry(before, after, routes, wires);
    for (const wire of wires) expect(ends(carried.get(wire.id)!, after, wire)).toBe(true);
    expect(carried.get("c")).toBe(routes.get("c"));
    expect(carried.get("a")).not.toBe(routes.get("a"));
  });

  it("a new link has a way, one that is gone has none", () => {
    const links = [...wires.slice(1), { id: "d", source: "0-0", target: "2-2" }];
    const carried = carry(before, before, routed(before), links);
    expect([...carried.keys()]).toEqual(["b", "c", "d"]);
    expect(ends(carried.get("d")!, before, links.at(-1)!)).toBe(true);
  });
});
