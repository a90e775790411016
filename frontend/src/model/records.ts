/** The flat records of a blueprint, as the server sends and takes them: names and defaults are those of the document. */

export type Side = "customer" | "employee" | "partner" | "system";
export type LaneKind = "evidence" | "customer" | "frontstage" | "backstage" | "support";
export type StepKind = "action" | "decision" | "approval" | "search" | "wait" | "evidence" | "automatic";
export type InformationKind = "data" | "knowledge" | "standard" | "signal";
export type Basis = "observed" | "assumed" | "proposed";
export type Decides = "alone" | "within-limits" | "asks";
export type Stakes = "minor" | "major";
export type Recovery = "possible" | "none";
export type Standard = "clear" | "ambiguous" | "none";
export type Measure = "speed" | "occupancy" | "volume" | "accuracy" | "resolution" | "value";
export type How = "needs" | "reads" | "types" | "tells" | "learns";
export type ExchangeState = "ok" | "missing" | "late" | "wrong-format" | "contradictory";
export type LinkKind = "flow" | "rework";
export type NoteKind = "comment" | "pain" | "verbatim" | "idea" | "question" | "how-might-we";
export type ReviewStatus = "open" | "confirmed" | "dismissed";

/** What every record has. `order` is a fractional key among its siblings; fields that begin with `x-` are carried along. */
interface Base {
  readonly id: string;
  readonly order: string;
  readonly [extra: `x-${string}`]: unknown;
}

export interface Blueprint extends Base {
  readonly title: string;
  readonly language: "fr" | "en";
  readonly episode: string;
  readonly state: "as-is" | "to-be";
  readonly as_is: string | null;
  readonly cases_per_month: number | null;
  readonly cost_per_hour: number | null;
  readonly currency: string;
}
export interface Phase extends Base {
  readonly title: string;
}
export interface Moment extends Base {
  readonly phase: string;
  readonly title: string;
}
export interface Lane extends Base {
  readonly kind: LaneKind;
  readonly title: string;
  readonly actor: string | null;
}
export interface Actor extends Base {
  readonly title: string;
  readonly side: Side;
  readonly about: string;
  readonly headcount: number | null;
  readonly hours_per_month: number;
}
export interface Channel extends Base {
  readonly title: string;
}
export interface Tool extends Base {
  readonly title: string;
  /** Seconds the tool makes one wait at each use; null is unknown. */
  readonly latency_s: number | null;
  /** Who has access; null is everyone, [] no one. */
  readonly actors: readonly string[] | null;
}
export interface Feed extends Base {
  readonly tool: string;
  readonly information: string;
  readonly to: string;
}
export interface Information extends Base {
  readonly title: string;
  readonly kind: InformationKind;
  readonly held_in: string | null;
  readonly delay_min: number | null;
  readonly reviewed_days_ago: number | null;
}
export interface Step extends Base {
  readonly lane: string;
  readonly moment: string;
  readonly title: string;
  readonly kind: StepKind;
  /** null: the lane's actor. */
  readonly actor: string | null;
  readonly channel: string | null;
  /** Minutes with hands on the work, and elapsed before it begins; null is unknown. */
  readonly work_min: number | null;
  readonly wait_min: number | null;
  /** -2 to 2, of whoever does the step; null is unknown. */
  readonly emotion: number | null;
  readonly said: string;
  readonly moment_of_truth: boolean;
  readonly basis: Basis;
  readonly note: string;
  readonly decides: Decides | null;
  readonly stakes: Stakes | null;
  readonly recovery: Recovery | null;
  readonly standard: Standard | null;
  readonly measured_on: Measure | null;
  readonly expects: Measure | null;
}
export interface Use extends Base {
  readonly step: string;
  readonly tool: string;
  readonly times: number;
}
export interface Exchange extends Base {
  readonly step: string;
  readonly information: string;
  readonly how: How;
  readonly tool: string | null;
  readonly work_min: number | null;
  readonly state: ExchangeState | null;
  readonly as: string;
  readonly within_min: number | null;
}
export interface Link extends Base {
  readonly source: string;
  readonly target: string;
  readonly kind: LinkKind;
  /** Part of the cases at `source` that take it, 0 to 1; null is 1 for a flow, 0.1 for rework. */
  readonly share: number | null;
}
export interface Note extends Base {
  /** Any element, or a review: then it belongs to that review's thread; null is the sheet. */
  readonly on: string | null;
  readonly kind: NoteKind;
  readonly text: string;
  readonly images: readonly string[];
  readonly by: string;
  readonly at: string | null;
}
export interface Area {
  readonly lanes: readonly [first: string, last: string];
  readonly moments: readonly [first: string, last: string];
}
export interface Flag extends Base {
  readonly on: readonly string[];
  readonly area: Area | null;
  readonly kind: string;
  readonly text: string;
  readonly by: string;
}
/** What people decided of a finding or a flag: its id is the fingerprint or the flag's id. The notes on it are its thread. */
export interface Review extends Base {
  readonly detector: string;
  readonly elements: readonly string[];
  readonly status: ReviewStatus;
  readonly reason: string;
  readonly owner: string;
  readonly due: string | null;
  readonly effort: number | string | null;
}
/** A cell where nothing happens, as against "not known yet". */
export interface Blank extends Base {
  readonly lane: string;
  readonly moment: string;
}
/** Only what differs from the catalogue; its limits are fields of their own and may be absent. */
export interface Detector extends Base {
  readonly on: boolean;
  readonly [limit: string]: unknown;
}

/** Every type of record by its name on the wire. */
export interface Records {
  blueprint: Blueprint;
  phase: Phase;
  moment: Moment;
  lane: Lane;
  actor: Actor;
  channel: Channel;
  tool: Tool;
  feed: Feed;
  information: Information;
  step: Step;
  use: Use;
  exchange: Exchange;
  link: Link;
  note: Note;
  flag: Flag;
  review: Review;
  blank: Blank;
  detector: Detector;
}
export type Type = keyof Records;
export type AnyRecord = Records[Type];

/** All records by type and id. Never changed in place: `apply` gives a new one that shares what did not change. */
export type State = { readonly [T in Type]: ReadonlyMap<string, Records[T]> };

/** What may be left out of a record that is put: `order` (then it goes last) and every field with a default. */
export type Draft<T extends Type> = { readonly id: string } & Partial<Records[T]>;

export type PutOp = {
  [T in Type]: { readonly op: "put"; readonly type: T; readonly record: Draft<T> };
}[Type];
/** Without `value`: takes the field away (only `x-` fields and limits of a detector). */
export interface SetOp {
  readonly op: "set";
  readonly type: Type;
  readonly id: string;
  readonly field: string;
  readonly value?: unknown;
}
export interface RemoveOp {
  readonly op: "remove";
  readonly type: Type;
  readonly id: string;
}
export type Op = PutOp | SetOp | RemoveOp;

export const put = <T extends Type>(type: T, record: Draft<T>): Op => ({ op: "put", type, record });
export const set = <T extends Type, F extends keyof Records[T] & string>(
  type: T,
  id: string,
  field: F,
  value: Records[T][F],
): Op => ({ op: "set", type, id, field, value });
export const remove = (type: Type, id: string): Op => ({ op: "remove", type, id });

/** A field by a name that only the running program knows. */
export const fieldOf = (record: AnyRecord, field: string): unknown =>
  (record as Readonly<Record<string, unknown>>)[field];

/** The one record of the sheet itself. */
export const BLUEPRINT = "blueprint";
/** The kinds of lane in the order in which they stand on the sheet. */
export const LANE_KINDS: readonly LaneKind[] = ["evidence", "customer", "frontstage", "backstage", "support"];

/** Whether two values of fields are the same. Lists are short; objects come with their keys in one order. */
export const isSame = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
