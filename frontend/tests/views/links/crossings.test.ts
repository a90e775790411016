/** Two links that cross are told apart: the one that runs across is left open. */
import { expect, it } from "vitest";
import { crossingsOf } from "../../../src/views/links/crossings";
import { linePath } from "../../../src/views/links/path";

const across = { id: "across", points: [0, 50, 200, 50] };
const back = { id: "back", points: [200, 60, 0, 60] };
const down = { id: "down", points: [100, 0, 100, 120] };
const beside = { id: "beside", points: [107, 0, 107, 120] };

it("opens the piece that runs across, where the other stands over it", () => {
  const found = crossingsOf([across, down]);
  expect(found.get(down)).toBeUndefined();
  expect(found.get(across)?.get(0)).toEqual([100]);
  expect(linePath(across.points, found.get(across))).toBe("M0 50L96 50M104 50L194 50");
});

it("opens once for two that stand close, in the direction of the way", () => {
  const found = crossingsOf([back, down, beside]);
  expect(linePath(back.points, found.get(back))).toBe("M200 60L111 60M96 60L6 60");
});

it("leaves corners, ends and a link's own pieces alone", () => {
  const corner = { id: "corner", points: [96, 50, 150, 50, 150, 90] };
  expect(crossingsOf([corner, down]).size).toBe(0);
  const touching = { id: "touching", points: [100, 0, 100, 50] };
  expect(crossingsOf([across, touching]).size).toBe(0);
});
