/** The cases that Python and TypeScript share: see tests/contract/README.md at the root. */
import { describe, expect, it } from "vitest";
import applyText from "../../../tests/contract/apply.json?raw"; // as text: a case holds half a surrogate pair
import orderingText from "../../../tests/contract/ordering.json?raw";
import sheetText from "../../../tests/contract/sheet.json?raw";
import stretchesText from "../../../tests/contract/stretches.json?raw";
import { apply, ChangeError, patch, stateOf, type Applied } from "../../src/model/apply";
import { isKey, keyBetween, keysBetween } from "../../src/model/ordering";
import type { Op, State } from "../../src/model/records";
import { sheetOf, type Half, type Minutes } from "../../src/model/sheet";
import { NOTHING, whole } from "../../src/sync/told";

interface Case {
  readonly name: string;
  readonly ops: readonly Op[];
  readonly expect?: {
    readonly ops: readonly Op[];
    readonly dropped?: readonly number[];
    readonly records: Readonly<Record<string, Readonly<Record<string, object | null>>>>;
  };
  readonly error?: { readonly never: boolean; readonly place?: string };
}
type Records = Readonly<Record<string, readonly object[]>>;
const { records, cases } = JSON.parse(applyText) as { records: Records; cases: readonly Case[] };
const start = stateOf(records);

interface Between {
  readonly low: string | null;
  readonly high: string | null;
}
const ordering = JSON.parse(orderingText) as {
  readonly between: readonly (Between & { readonly key: string })[];
  readonly many: readonly (Between & { readonly count: number; readonly keys: readonly string[] })[];
  readonly refused: readonly Between[];
  readonly keys: readonly string[];
  readonly not_keys: readonly string[];
};

interface SheetCase {
  readonly name: string;
  readonly records: Records;
  readonly expect: {
    readonly lanes: readonly string[];
    readonly moments: readonly string[];
    readonly lines: Readonly<Record<string, string>>;
    readonly minutes: readonly Minutes[];
    readonly curves: Readonly<
      Record<Half, { readonly points: readonly unknown[]; readonly names: readonly unknown[] }>
    >;
  };
}
const sheets = (JSON.parse(sheetText) as { readonly cases: readonly SheetCase[] }).cases;

type Plain = Record<string, Record<string, unknown>>;
const plain = (state: State): Plain =>
  Object.fromEntries(Object.entries(state).map(([type, records]) => [type, Object.fromEntries(records)]));

function laidOver(state: State, changed: NonNullable<Case["expect"]>["records"]): Plain {
  const after = plain(state);
  for (const [type, records] of Object.entries(changed)) {
    const kept = Object.entries({ ...after[type], ...records }).filter(([, record]) => record !== null);
    after[type] = Object.fromEntries(kept);
  }
  return after;
}

/** As text whose parts stand in one order, so that sets of ops can be compared. */
const sorted = (ops: readonly unknown[]): string[] => ops.map((op) => JSON.stringify(ordered(op))).sort();
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, ordered(v)]),
  );
}

describe("C1: a change is applied", () => {
  it.each(
    cases.flatMap((one) => (one.expect === undefined ? [] : [[one.name, one.ops, one.expect] as const])),
  )("%s", (_name, ops, expected) => {
    const untouched = structuredClone(start);
    const applied: Applied = apply(start, ops);
    const after = laidOver(start, expected.records);

    expect(plain(applied.state)).toEqual(after);
    expect(sorted(applied.ops)).toEqual(sorted(expected.ops));
    expect(applied.dropped.map((dropped) => ops.indexOf(dropped.op))).toEqual(expected.dropped ?? []);
    expect(start).toEqual(untouched);

    expect(plain(patch(start, applied.ops))).toEqual(after);
    const replayed = apply(start, applied.ops);
    expect([plain(replayed.state), replayed.dropped]).toEqual([after, []]);
    const undone = apply(applied.state, applied.inverse);
    expect([plain(undone.state), undone.dropped]).toEqual([plain(start), []]);
  });
});

describe("C1: a change is refused", () => {
  it.each(cases.flatMap((one) => (one.error === undefined ? [] : [[one.name, one.ops, one.error] as const])))(
    "%s",
    (_name, ops, expected) => {
      let caught: unknown;
      try {
        apply(start, ops);
      } catch (error) {
        caught = error;
      }
      expect(caught).toBeInstanceOf(ChangeError);
      const { place, never } = caught as ChangeError;
      expect({ never, at: place.startsWith(expected.place ?? "link.") || place }).toEqual({
        never: expected.never,
        at: true,
      });
    },
  );
});

describe("C11: order", () => {
  it.each(ordering.between)("between $low and $high lies $key", ({ low, high, key }) => {
    expect(keyBetween(low, high)).toBe(key);
  });
  it.each(ordering.many)("$count between $low and $high", ({ low, high, count, keys }) => {
    expect(keysBetween(low, high, count)).toEqual(keys);
  });
  it.each(ordering.refused)("none between $low and $high", ({ low, high }) => {
    expect(() => keyBetween(low, high)).toThrow(RangeError);
  });
  it("tells what is a key", () => {
    expect(ordering.keys.filter((key) => !isKey(key))).toEqual([]);
    expect(ordering.not_keys.filter(isKey)).toEqual([]);
  });
});

describe("the sheet", () => {
  it.each(sheets.map((one) => [one.name, one] as const))("%s", (_name, { records, expect: expected }) => {
    const sheet = sheetOf(stateOf(records));
    expect(sheet.lanes.map((lane) => lane.id)).toEqual(expected.lanes);
    expect(sheet.moments.map((moment) => moment.id)).toEqual(expected.moments);
    expect(Object.fromEntries(sheet.lines.map((line) => [line.kind, sheet.lanes[line.below]?.id]))).toEqual(
      expected.lines,
    );
    const close = (value: number | null): unknown => (value === null ? null : expect.closeTo(value, 9));
    expect(sheet.minutes).toEqual(
      expected.minutes.map(({ customer, employee }) => ({
        customer: close(customer),
        employee: close(employee),
      })),
    );
    for (const { half, points, labels } of sheet.curves) {
      expect({ points, names: labels.map(({ at, text }) => [at, text]) }).toEqual(expected.curves[half]);
    }
  });
});

describe("an answer that names what an earlier one said", () => {
  interface Stretches {
    readonly name: string;
    readonly before: readonly object[];
    readonly now: readonly object[];
    readonly said: readonly unknown[];
  }
  it.each(JSON.parse(stretchesText) as Stretches[])("$name", ({ before, now, said }) => {
    const told = { ...NOTHING, state: "s", findings: before };
    expect(whole({ since: "s", findings: said, unknown: [] }, told)).toMatchObject({ findings: now });
  });
});
