/** Where arrows lead, and where the keyboard stands once what it stood on is gone. */
import { describe, expect, it } from "vitest";
import type { Focus } from "../../src/actions/session";
import { type Arrow, nextCard, placeOf, settle, walk, walkToEnd } from "../../src/interactions/walking";
import { apply, stateOf } from "../../src/model/apply";
import { type Op, put, remove } from "../../src/model/records";
import { sheetOf } from "../../src/model/sheet";

const ops: Op[] = [
  put("phase", { id: "p1", title: "One" }),
  put("phase", { id: "p2", title: "Two" }),
  put("moment", { id: "m1", phase: "p1", title: "m1" }),
  put("moment", { id: "m2", phase: "p1", title: "m2" }),
  put("moment", { id: "m3", phase: "p2", title: "m3" }),
  put("lane", { id: "cust", kind: "customer", title: "Customer" }),
  put("lane", { id: "front", kind: "frontstage", title: "Counter" }),
  put("lane", { id: "back", kind: "backstage", title: "Back" }),
  put("step", { id: "a", lane: "cust", moment: "m1", title: "a" }),
  put("step", { id: "b", lane: "cust", moment: "m1", title: "b" }),
  put("step", { id: "c", lane: "back", moment: "m1", title: "c" }),
  put("step", { id: "d", lane: "front", moment: "m3", title: "d" }),
];
const state = apply(stateOf(), ops).state;
const sheet = sheetOf(state);

const cell = (lane: string, moment: string, step: string | null = null) =>
  ({ on: "cell", lane, moment, step }) as const;
function follow(from: Focus, ...arrows: Arrow[]): Focus | null {
  let here: Focus | null = from;
  for (const arrow of arrows) here = here === null ? null : walk(sheet, here, arrow);
  return here;
}

describe("arrows", () => {
  it("go through the cards of a cell, then to the next lane", () => {
    expect(follow(cell("cust", "m1", "a"), "down")).toEqual(cell("cust", "m1", "b"));
    expect(follow(cell("cust", "m1", "b"), "down")).toEqual(cell("front", "m1"));
    expect(follow(cell("front", "m1"), "up")).toEqual(cell("cust", "m1", "b"));
    expect(follow(cell("front", "m1"), "down")).toEqual(cell("back", "m1", "c"));
  });

  it("reach every header from the cells, and come back", () => {
    expect(follow(cell("cust", "m2"), "up")).toEqual({ on: "moment", id: "m2" });
    expect(follow(cell("cust", "m2"), "up", "up")).toEqual({ on: "phase", id: "p1" });
    expect(follow({ on: "phase", id: "p1" }, "right")).toEqual({ on: "phase", id: "p2" });
    expect(follow({ on: "phase", id: "p2" }, "down")).toEqual({ on: "moment", id: "m3" });
    expect(follow({ on: "moment", id: "m3" }, "down", "down")).toEqual(cell("front", "m3", "d"));
    expect(follow(cell("front", "m1"), "left")).toEqual({ on: "lane", id: "front" });
    expect(follow({ on: "lane", id: "front" }, "down")).toEqual({ on: "lane", id: "back" });
    expect(follow({ on: "lane", id: "back" }, "right")).toEqual(cell("back", "m1", "c"));
  });

  it("stop at the edges", () => {
    expect(follow(cell("back", "m3"), "down")).toBeNull();
    expect(follow(cell("back", "m3"), "right")).toBeNull();
    expect(follow({ on: "phase", id: "p1" }, "up")).toBeNull();
    expect(follow({ on: "lane", id: "cust" }, "left")).toBeNull();
  });

  it("Home and End lead along the lane", () => {
    expect(walkToEnd(sheet, cell("front", "m1"), "End")).toEqual(cell("front", "m3", "d"));
    expect(walkToEnd(sheet, cell("back", "m3"), "Home")).toEqual(cell("back", "m1", "c"));
  });

  it("choosing what to link to, pass over empty cells, then take what lies nearest that way", () => {
    expect(nextCard(sheet, cell("cust", "m1", "b"), "down")).toEqual(cell("back", "m1", "c"));
    expect(nextCard(sheet, cell("cust", "m1", "a"), "right")).toEqual(cell("front", "m3", "d"));
    expect(nextCard(sheet, cell("front", "m3", "d"), "right")).toBeNull();
  });
});

describe("what the keyboard stood on is gone", () => {
  const without = (type: "step" | "lane" | "moment" | "phase", id: string) =>
    sheetOf(apply(state, [remove(type, id)]).state);

  it.each([
    ["step", "a", cell("cust", "m1", "a"), cell("cust", "m1")],
    ["lane", "front", cell("front", "m3", "d"), cell("back", "m3")],
    ["lane", "back", cell("back", "m1", "c"), cell("front", "m1")],
    ["moment", "m3", cell("front", "m3", "d"), cell("front", "m2")],
    ["moment", "m1", { on: "moment", id: "m1" }, { on: "moment", id: "m2" }],
    ["lane", "cust", { on: "lane", id: "cust" }, { on: "lane", id: "front" }],
    ["phase", "p2", { on: "phase", id: "p2" }, { on: "phase", id: "p1" }],
  ] as const)("%s %s: it stands in the same place, or beside it", (type, id, focus, expected) => {
    expect(settle(without(type, id), focus, placeOf(sheet, focus))).toEqual(expected);
  });

  it("what is still there keeps it, as the same object", () => {
    for (const focus of [cell("front", "m2"), cell("cust", "m1", "b"), { on: "phase", id: "p2" } as const]) {
      expect(settle(sheet, focus, placeOf(sheet, focus))).toBe(focus);
    }
  });

  it("nothing at all is left", () => {
    expect(settle(sheetOf(stateOf()), cell("cust", "m1"), { row: 0, column: 0 })).toBeNull();
  });
});
