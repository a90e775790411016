/** Findings and their prices come apart; what they say again stays the objects that it was. */
import { expect, it } from "vitest";
import { carried, priced, repriced } from "../../src/sync/carried";
import type { Analysis, Finding } from "../../src/sync/friction";

const finding = (fingerprint: string, customer_min: number | null = null, because = "?"): Finding =>
  ({ fingerprint, because, steps: ["c1"], customer_min, employee_min: null }) as unknown as Finding;
const analysis = (findings: Finding[], prices: object | null): Analysis =>
  ({ seq: 1, findings, unknown: [], prices }) as unknown as Analysis;
const PRICES = { seq: 1 };

it("findings without prices keep their minutes, their order and, where they say the same, themselves", () => {
  const before = analysis([finding("a", 3), finding("b", 2), finding("gone", 1)], PRICES);
  const next = analysis([finding("new"), finding("b", null, "!"), finding("a")], null);
  const { findings, prices } = carried(next, before);
  expect(findings).toEqual([finding("a", 3), finding("b", 2, "!"), finding("new")]);
  expect(findings[0]).toBe(before.findings[0]);
  expect(prices).toBe(before.prices);
});

it("prices take nothing but the minutes from what was known, in their own order", () => {
  const before = analysis([finding("a"), finding("b")], null);
  const { findings } = priced(analysis([finding("b", 2), finding("a")], PRICES), before);
  expect(findings).toEqual([finding("b", 2), finding("a")]);
  expect(findings[0]?.steps).toBe(before.findings[1]?.steps);
  expect(findings[1]).toBe(before.findings[0]);
});

it("prices of an older state leave newer findings where they are", () => {
  const now = analysis([finding("a"), finding("new")], null);
  const { findings, prices } = repriced(now, analysis([finding("a", 3)], PRICES));
  expect(findings).toEqual([finding("a", 3), finding("new")]);
  expect(findings[1]).toBe(now.findings[1]);
  expect(prices).toEqual(PRICES);
});
