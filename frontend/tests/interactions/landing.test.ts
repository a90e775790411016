/** Cards dragged together: they land together out of one cell, and keep their places towards one another out of several. */
import { describe, expect, it } from "vitest";
import { landingsOf } from "../../src/interactions/landing";
import { apply } from "../../src/model/apply";
import { put, type Op, type Step } from "../../src/model/records";
import { sheetOf } from "../../src/model/sheet";
import { smallSheet } from "../fake/server";

const step = (id: string, lane: string, moment: string): Op => put("step", { id, lane, moment, title: id });
const { state } = apply(smallSheet(), [
  put("moment", { id: "m3", phase: "p1", title: "Three" }),
  put("lane", { id: "back", kind: "backstage", title: "Back" }),
  step("a", "cust", "m1"),
  step("b", "cust", "m1"),
  step("c", "front", "m2"),
]);
const sheet = sheetOf(state);
const steps = (...ids: string[]): Step[] => ids.flatMap((id) => state.step.get(id) ?? []);
const land = (ids: string[], grasped: string, lane: string, moment: string, before: string | null = null) => {
  const [own] = steps(grasped);
  if (own === undefined) throw new Error(grasped);
  return landingsOf(sheet, steps(...ids), own, { lane, moment, before });
};

describe("out of one cell", () => {
  it("all land where the pointer is, in their order, before the card under it", () => {
    expect(land(["b", "a"], "b", "front", "m2", "c")).toEqual([
      { lane: "front", moment: "m2", before: "c", ids: ["a", "b"] },
    ]);
  });
});

describe("out of several cells", () => {
  it("each goes as far as the one that was grasped", () => {
    expect(land(["a", "c"], "a", "cust", "m2")).toEqual([
      { lane: "cust", moment: "m2", before: null, ids: ["a"] },
      { lane: "front", moment: "m3", before: null, ids: ["c"] },
    ]);
  });
  it("they stop together at the edge of the sheet", () => {
    expect(land(["a", "c"], "a", "back", "m3")).toEqual([
      { lane: "front", moment: "m2", before: null, ids: ["a"] },
      { lane: "back", moment: "m3", before: null, ids: ["c"] },
    ]);
  });
  it("only the one under the pointer is sorted anew where none leaves its cell", () => {
    expect(land(["a", "c"], "a", "cust", "m1", "b")).toEqual([
      { lane: "cust", moment: "m1", before: "b", ids: ["a"] },
    ]);
  });
});
