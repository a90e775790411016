/** The emotion band: gaps where nothing is known, labels that keep clear of the other curve. */
import { describe, expect, it } from "vitest";
import type { Curve } from "../../../src/model/sheet";
import { curvePath, labelsOf, yOf } from "../../../src/views/sheet/curve";

const curve = (half: Curve["half"], points: Curve["points"], at: number[] = []): Curve => ({
  half,
  points,
  labels: at.map((moment) => ({ at: moment, text: half })),
});

describe("the path", () => {
  it("goes through what is known and leaves a gap elsewhere", () => {
    const path = curvePath([0, 1, null, -2, -2], [50, 150, 250, 350, 450]);
    expect(path.match(/M/g)).toHaveLength(2);
    expect(path.startsWith(`M50 ${yOf(0)}C100 ${yOf(0)} 100 ${yOf(1)} 150 ${yOf(1)}`)).toBe(true);
    expect(path).not.toContain("250");
  });
  it("is nothing before the first measure", () => {
    expect(curvePath([0, 1], [])).toBe("");
  });
});

describe("labels", () => {
  const side = (own: Curve, other: Curve) => labelsOf(own, other)[0]?.side;
  it("stand on the side where the other curve is not", () => {
    expect(side(curve("customer", [-2], [0]), curve("employee", [-1]))).toBe("below");
    expect(side(curve("employee", [-1], [0]), curve("customer", [-2]))).toBe("above");
    expect(side(curve("employee", [-1, null], [0]), curve("customer", [-1, 0]))).toBe("below");
  });
  it("of both at one point stand apart", () => {
    const customer = curve("customer", [1], [0]);
    const employee = curve("employee", [1], [0]);
    expect([side(customer, employee), side(employee, customer)]).toEqual(["above", "below"]);
  });
});
