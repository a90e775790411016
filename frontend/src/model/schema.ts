/**
 * The fields of every type of record: what they may hold, their default, and what they refer to. Twin of
 * blueprint/records.py; the contract cases hold the two together.
 */
import { LANE_KINDS, type Area, type Type } from "./records";

export interface Field {
  /** Whether it may hold this value; references are looked up apart. */
  readonly allows: (value: unknown) => boolean;
  /** Absent: the field must be given. */
  readonly fallback?: unknown;
  /** Types of which it holds an id, or a list of ids. */
  readonly to?: readonly Type[];
}
export type Fields = Readonly<Record<string, Field>>;

type Test = Field["allows"];

const isText: Test = (value) => typeof value === "string" && value.isWellFormed() && !value.includes("\0");
const isFlag: Test = (value) => typeof value === "boolean";
const within =
  (low: number, high: number): Test =>
  (value) =>
    typeof value === "number" && Number.isFinite(value) && value >= low && value <= high;
const isAmount = within(0, Infinity);
const listOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
const orNull =
  (test: Test): Test =>
  (value) =>
    value === null || test(value);

const WHITE_SPACE = /[\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** 1 to 64 characters (not UTF-16 units), no white space. */
export const isId: Test = (value) => {
  if (typeof value !== "string" || value === "" || !isText(value) || WHITE_SPACE.test(value)) return false;
  return value.length <= 64 || Array.from(value).length <= 64;
};

const isWhen: Test = (value) => {
  if (typeof value !== "string") return false;
  const [, day, time] = /^(\d{4}-\d{2}-\d{2})(?:[Tt](.+))?$/.exec(value) ?? [];
  const real = day !== undefined && new Date(`${day}T00:00:00Z`).toJSON().startsWith(day);
  const clock = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)?$/;
  return real && (time === undefined || clock.test(time));
};

const isJson: Test = (value) => {
  if (typeof value === "object" && value !== null) {
    return Object.keys(value).every(isText) && Object.values(value).every(isJson);
  }
  return (
    value === null || isText(value) || isFlag(value) || (typeof value === "number" && Number.isFinite(value))
  );
};

const needed = (allows: Test): Field => ({ allows });
const text: Field = { allows: isText, fallback: "" };
const when: Field = { allows: orNull(isWhen), fallback: null };
const amount: Field = { allows: orNull(isAmount), fallback: null };
const texts: Field = { allows: listOf(isText), fallback: [] };
const toOne = (...to: Type[]): Field => ({ allows: isId, to });
const toOneOrNone = (...to: Type[]): Field => ({ allows: orNull(isId), to, fallback: null });
const oneOf =
  (...words: readonly unknown[]): Test =>
  (value) =>
    words.includes(value);
const choice = (fallback: unknown, ...words: readonly unknown[]): Field => ({
  allows: oneOf(fallback, ...words),
  fallback,
});

const MEASURES = ["speed", "occupancy", "volume", "accuracy", "resolution", "value"] as const;
const NOTES = ["comment", "pain", "verbatim", "idea", "question", "how-might-we"] as const;

/** What a note or a flag may speak of: everything with a place in the document of its own. */
export const ELEMENTS = [
  "phase",
  "moment",
  "lane",
  "actor",
  "channel",
  "tool",
  "information",
  "step",
  "link",
  "note",
  "flag",
] as const satisfies readonly Type[];

const isPair: Test = (value) => Array.isArray(value) && value.length === 2 && value.every(isId);
const isArea: Test = (value) =>
  typeof value === "object" &&
  value !== null &&
  Object.keys(value).every((name) => name === "lanes" || name === "moments") &&
  "lanes" in value &&
  isPair(value.lanes) &&
  "moments" in value &&
  isPair(value.moments);

/** Every type after those that may own its records, so that one pass finds all that a removal takes along. */
export const FIELDS: { readonly [T in Type]: Fields } = {
  blueprint: {
    title: needed(isText),
    language: choice("fr", "en"),
    episode: text,
    state: choice("as-is", "to-be"),
    as_is: { allows: orNull(isId), fallback: null },
    cases_per_month: amount,
    cost_per_hour: amount,
    currency: { allows: isText, fallback: "EUR" },
  },
  phase: { title: needed(isText) },
  moment: { phase: toOne("phase"), title: needed(isText) },
  lane: { kind: needed(oneOf(...LANE_KINDS)), title: needed(isText), actor: toOneOrNone("actor") },
  actor: {
    title: needed(isText),
    side: choice("employee", "customer", "partner", "system"),
    about: text,
    headcount: amount,
    hours_per_month: { allows: isAmount, fallback: 151.67 },
  },
  channel: { title: needed(isText) },
  tool: {
    title: needed(isText),
    latency_s: amount,
    actors: { allows: orNull(listOf(isId)), to: ["actor"], fallback: null },
  },
  information: {
    title: needed(isText),
    kind: choice("data", "knowledge", "standard", "signal"),
    held_in: toOneOrNone("tool"),
    delay_min: amount,
    reviewed_days_ago: amount,
  },
  feed: { tool: toOne("tool"), information: toOne("information"), to: toOne("tool") },
  step: {
    lane: toOne("lane"),
    moment: toOne("moment"),
    title: needed(isText),
    kind: choice("action", "decision", "approval", "search", "wait", "evidence", "automatic"),
    actor: toOneOrNone("actor"),
    channel: toOneOrNone("channel"),
    work_min: amount,
    wait_min: amount,
    emotion: { allows: orNull(within(-2, 2)), fallback: null },
    said: text,
    moment_of_truth: { allows: isFlag, fallback: false },
    basis: choice("assumed", "observed", "proposed"),
    note: text,
    decides: choice(null, "alone", "within-limits", "asks"),
    stakes: choice(null, "minor", "major"),
    recovery: choice(null, "possible", "none"),
    standard: choice(null, "clear", "ambiguous", "none"),
    measured_on: choice(null, ...MEASURES),
    expects: choice(null, ...MEASURES),
  },
  use: { step: toOne("step"), tool: toOne("tool"), times: { allows: isAmount, fallback: 1 } },
  exchange: {
    step: toOne("step"),
    information: toOne("information"),
    how: needed(oneOf("needs", "reads", "types", "tells", "learns")),
    tool: toOneOrNone("tool"),
    work_min: amount,
    state: choice(null, "ok", "missing", "late", "wrong-format", "contradictory"),
    as: text,
    within_min: amount,
  },
  link: {
    source: toOne("step"),
    target: toOne("step"),
    kind: choice("flow", "rework"),
    share: { allows: orNull(within(0, 1)), fallback: null },
  },
  review: {
    detector: text,
    elements: texts,
    status: choice("open", "confirmed", "dismissed"),
    reason: text,
    owner: text,
    due: when,
    effort: { allows: (value) => value === null || isText(value) || isAmount(value), fallback: null },
  },
  note: {
    on: toOneOrNone("review", ...ELEMENTS),
    kind: choice("comment", ...NOTES),
    text,
    images: texts,
    by: text,
    at: when,
  },
  flag: {
    on: { allows: listOf(isId), to: ELEMENTS, fallback: [] },
    area: { allows: orNull(isArea), to: ["lane", "moment"], fallback: null },
    kind: text,
    text,
    by: text,
  },
  detector: { on: { allows: isFlag, fallback: true } },
  blank: { lane: toOne("lane"), moment: toOne("moment") },
};

export const TYPES = Object.keys(FIELDS) as readonly Type[];
export const isType = (value: unknown): value is Type =>
  typeof value === "string" && Object.hasOwn(FIELDS, value);

/** Fields that may be absent: free ones, and a detector's limits. */
export const isExtra = (type: Type, field: string): boolean =>
  field.startsWith("x-") || (type === "detector" && field !== "id" && field !== "order" && field !== "on");

/** Their values: anything for free fields, a number from 0 for a limit. */
export const allowsExtra = (field: string, value: unknown): boolean =>
  field.startsWith("x-") ? isJson(value) : isAmount(value);

/** Types whose siblings are only those with the same value of this field; of all others every record is a sibling. */
export const PARENT: { readonly [T in Type]?: string } = { use: "step", exchange: "step", feed: "tool" };

/** These have ids of their own; all others share one namespace. */
export const OWN_IDS: readonly Type[] = ["blueprint", "review", "detector"];

/** A field that may name other records, with the types they may be of. */
export interface Reference {
  readonly field: string;
  readonly to: readonly Type[];
  /** A record goes with what it must name; from elsewhere the name only disappears. */
  readonly required: boolean;
}

export const REFERENCES: { readonly [T in Type]: readonly Reference[] } = mapTypes((type) =>
  Object.entries(FIELDS[type]).flatMap(([field, { to, fallback }]) =>
    to === undefined ? [] : [{ field, to, required: fallback === undefined }],
  ),
);

/** The ids that a value of such a field names, each with the types it may be of. */
export function* namesIn(
  { to }: Reference,
  value: unknown,
): Generator<readonly [to: readonly Type[], id: string]> {
  if (value === null || value === undefined) return;
  if (typeof value === "string") yield [to, value];
  else if (Array.isArray(value)) for (const id of value as readonly string[]) yield [to, id];
  else {
    const { lanes, moments } = value as Area;
    for (const id of lanes) yield [["lane"], id];
    for (const id of moments) yield [["moment"], id];
  }
}

/** The value once some of the ids it names are gone. */
export const without = (value: unknown, gone: ReadonlySet<string>): unknown =>
  Array.isArray(value) ? (value as readonly string[]).filter((id) => !gone.has(id)) : null;

function mapTypes<Value>(make: (type: Type) => Value): { readonly [T in Type]: Value } {
  return Object.fromEntries(TYPES.map((type) => [type, make(type)])) as Record<Type, Value>;
}
