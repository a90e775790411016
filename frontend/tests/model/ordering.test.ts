/** Fractional keys: always a key between two, in order, and ties by the ids' bytes. */
import { describe, expect, it } from "vitest";
import { isKey, keyBetween, keysBetween } from "../../src/model/ordering";
import { compareIds, inOrder, place } from "../../src/model/siblings";
import { random } from "../fake/random";

describe("keys", () => {
  it.each([
    [null, null, "a0"],
    [null, "a0", "Zz"],
    ["a0", null, "a1"],
    ["a0", "a1", "a0V"],
    ["az", null, "b00"],
    ["bzz", null, "c000"],
    [null, "b00", "az"],
    [null, "Y00", "Xzzz"],
    ["Zz", null, "a0"],
    ["a0V", "a1", "a0l"],
    ["a1", "a3", "a2"],
  ])("between %s and %s lies %s", (a, b, expected) => {
    expect(keyBetween(a, b)).toBe(expected);
  });

  it.each([
    ["a1", "a0"],
    ["a0", "a0"],
    ["", null],
    ["a00", null],
    ["b0", null],
  ])("refuses %s, %s", (a, b) => {
    expect(() => keyBetween(a, b)).toThrow(RangeError);
  });

  it("stay in order and valid through any insertions", () => {
    const pick = random(7);
    const keys: string[] = [];
    for (let i = 0; i < 2000; i++) {
      const at = pick(keys.length + 1);
      const n = 1 + pick(3);
      const made = keysBetween(keys[at - 1] ?? null, keys[at] ?? null, n);
      expect(made).toHaveLength(n);
      keys.splice(at, 0, ...made);
    }
    expect(keys.every(isKey)).toBe(true);
    expect(keys).toEqual([...new Set(keys)].sort());
  });
});

describe("siblings", () => {
  it("compare ids as their UTF-8 bytes do", () => {
    const bytes = (id: string): string =>
      [...new TextEncoder().encode(id)].map((b) => String.fromCharCode(b)).join("");
    const ids = ["b", "a", "é", "\uffee", "😀", "a😀", "a\uffee", "ab", ""];
    const expected = [...ids].sort((a, b) => (bytes(a) < bytes(b) ? -1 : 1));
    expect([...ids].sort(compareIds)).toEqual(expected);
  });

  const row = (...orders: string[]): { id: string; order: string }[] =>
    orders.map((order, i) => ({ id: `r${i}`, order }));

  const after = (records: { id: string; order: string }[], placed: ReturnType<typeof place>): string[] => {
    const orders = new Map(placed);
    const all = new Map(records.map((record) => [record.id, record]));
    for (const [id, order] of orders) all.set(id, { id, order });
    return inOrder(all.values()).map((record) => record.id);
  };

  it("places before, after and last", () => {
    const records = row("a0", "a1", "a2");
    expect(after(records, place(records, ["r2"], { next: "r0" }))).toEqual(["r2", "r0", "r1"]);
    expect(after(records, place(records, ["r0"], { previous: "r1" }))).toEqual(["r1", "r0", "r2"]);
    expect(after(records, place(records, ["r0", "new"], {}))).toEqual(["r1", "r2", "r0", "new"]);
  });

  it("places between two that share a key", () => {
    const records = row("a0", "a1", "a1", "a1", "a2");
    expect(after(records, place(records, ["new"], { previous: "r2" }))).toEqual([
      "r0",
      "r1",
      "r2",
      "new",
      "r3",
      "r4",
    ]);
  });
});
