/** Which findings have a flag: all by default; the three of the pairs with the confirmed ones where that is asked for. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { concernsOf } from "../../src/actions/concerns";
import { flaggedOf, recallFlags, rememberFlags } from "../../src/actions/flagged";
import { stateOf } from "../../src/model/apply";
import type { Analysis, Finding } from "../../src/sync/friction";

const analysis = (paired: readonly (string | null)[] | null): Analysis => ({
  seq: 1,
  findings: ["a", "b", "c"].map((fingerprint) => ({ fingerprint }) as Finding),
  unknown: [],
  prices:
    paired === null
      ? null
      : ({ seq: 1, pairs: paired.map((finding) => ({ finding })) } as unknown as Analysis["prices"]),
});
const review = (id: string, status: string) => ({ id, order: "a0", status, elements: [] });
const state = stateOf({ review: [review("b", "confirmed"), review("c", "dismissed")] });
const shown = (found: Analysis, flags: "all" | "three"): string[] =>
  flaggedOf(found, concernsOf(found, state), flags).map(({ fingerprint }) => fingerprint);

describe("flags", () => {
  it("are all that are not dismissed, by default and while the pairs are not known", () => {
    expect(shown(analysis(["a"]), "all")).toEqual(["a", "b"]);
    expect(shown(analysis(null), "three")).toEqual(["a", "b"]);
  });

  it("are those of the pairs and the confirmed ones, where few are wanted; never a dismissed one", () => {
    expect(shown(analysis(["a", null]), "three")).toEqual(["a", "b"]);
    expect(shown(analysis(["c"]), "three")).toEqual(["b"]);
  });
});

describe("the choice", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("is kept for the blueprint it was made for", () => {
    const kept = new Map<string, string>();
    vi.stubGlobal("localStorage", {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    });
    rememberFlags("one", "three");
    expect([recallFlags("one"), recallFlags("other")]).toEqual(["three", "all"]);
  });

  it("is all where the browser keeps nothing", () => {
    vi.stubGlobal("localStorage", undefined);
    rememberFlags("one", "three");
    expect(recallFlags("one")).toBe("all");
  });
});
