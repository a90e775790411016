/** The map of the sheet: when it is needed, and how small it is. */
import { expect, it } from "vitest";
import { mapScale, markSize, meets, screensOf } from "../../../src/views/sheet/map";

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

it("knows what it would cover", () => {
  const box = (left: number, top: number, width: number, height: number): DOMRectReadOnly =>
    ({ left, top, right: left + width, bottom: top + height }) as DOMRectReadOnly;
  const map = box(800, 500, 200, 150);
  expect(meets(box(780, 480, 100, 40), map)).toBe(true);
  expect(meets(box(600, 480, 100, 40), map)).toBe(false);
  expect(meets(box(800, 400, 100, 100), map)).toBe(false);
});
