/** The map of the sheet: when it is needed, and how small it is. */
import { expect, it } from "vitest";
import { mapScale, markSize, screensOf } from "../../../src/views/sheet/map";

it("counts screens, and none where nothing is laid out", () => {
  expect(screensOf({ width: 2000, height: 1000 }, { width: 1000, height: 1000 })).toBe(2);
  expect(screensOf({ width: 0, height: 0 }, { width: 0, height: 0 })).toBe(0);
});

it("fits the whole sheet, wide or high", () => {
  expect(9000 * mapScale({ width: 9000, height: 900 })).toBeLessThanOrEqual(228);
  expect(9000 * mapScale({ width: 900, height: 9000 })).toBeLessThanOrEqual(150);
});

it("marks findings smaller than the cards they stand on", () => {
  expect(markSize(40)).toBe(5);
  expect(markSize(4)).toBeLessThan(2);
});
