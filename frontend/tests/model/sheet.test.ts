/** The remembered sheet: what an edit did not touch stays the same object, and it never differs from one made anew. */
import { describe, expect, it } from "vitest";
import { apply, ChangeError } from "../../src/model/apply";
import { set, type State } from "../../src/model/records";
import { createSheets, sheetOf, type Sheet } from "../../src/model/sheet";
import { randomEdit } from "../fake/edits";
import { random } from "../fake/random";
import { smallSheet } from "../fake/server";

const shown = ({ cell, blank, ...sheet }: Sheet): object => ({
  ...sheet,
  cells: sheet.lanes.map((lane) =>
    sheet.moments.map((moment) => [cell(lane.id, moment.id), blank(lane.id, moment.id)]),
  ),
});

describe("the sheet", () => {
  it("keeps cells, moments and lanes that an edit did not touch", () => {
    const state = smallSheet();
    const remembered = createSheets();
    const before = remembered(state);
    expect(remembered(state)).toBe(before);
    for (const op of [set("step", "c1", "title", "A"), set("step", "c1", "order", "a7")]) {
      const after = remembered(apply(state, [op]).state);
      expect(after.cell("cust", "m1")).not.toBe(before.cell("cust", "m1"));
      expect(after.cell("front", "m2")).toBe(before.cell("front", "m2"));
      expect(after.moments).toBe(before.moments);
      expect(after.lanes).toBe(before.lanes);
      expect(after.minutes).toBe(before.minutes);
      expect(after.curves).toBe(before.curves);
    }
  });

  it.each([1, 2, 3, 4])("seed %i: remembered through any edits it is what a fresh one is", (seed) => {
    const pick = random(seed);
    const remembered = createSheets();
    let state: State = smallSheet();
    for (let i = 0; i < 200; i++) {
      try {
        state = apply(state, randomEdit(state, pick)).state;
      } catch (error) {
        if (!(error instanceof ChangeError)) throw error;
      }
      expect(shown(remembered(state))).toEqual(shown(sheetOf(state)));
    }
  });
});
