/** The room between columns and lanes follows what runs there, and moves no more of the sheet than it must. */
import { describe, expect, it } from "vitest";
import { adjusted, type Gutters } from "../../../src/views/sheet/gutters";

const there: Gutters = { columns: [0, 12, 24], rows: [0, 30] };
const wanted = (columns: readonly number[], rows: readonly number[] = there.rows): Gutters => ({
  columns,
  rows,
});

describe("gutters", () => {
  it("stay the same ones where all have room, and none has much too much", () => {
    expect(adjusted(there, wanted([0, 6, 12]))).toBe(there);
  });

  it("that are too narrow, or much too wide, are changed alone", () => {
    expect(adjusted(there, wanted([0, 18, 12]))).toEqual(wanted([0, 18, 24]));
    expect(adjusted(there, wanted([0, 12, 6]))).toEqual(wanted([0, 12, 6]));
    expect(adjusted(there, wanted(there.columns, [0, 40]))).toEqual(wanted(there.columns, [0, 40]));
  });

  it("are all new where columns came or went", () => {
    expect(adjusted(there, wanted([0, 6]))).toEqual(wanted([0, 6]));
  });
});
