/**
 * What a sheet shows, worked out from the records: lanes and moments in their order, cells, lines, minutes, curves.
 * Parts that did not change keep their identity from one state to the next, so that views can compare with `===`.
 */
import { type Cells, type Column, cellIn, columnIn, createCells, sameItems } from "./cells";
import {
  LANE_KINDS,
  type Lane,
  type LaneKind,
  type Moment,
  type Phase,
  type State,
  type Step,
} from "./records";
import { byOrder, inOrder } from "./siblings";

export type Half = "customer" | "employee";
export type LineKind = "interaction" | "visibility" | "internal";

export interface PhaseSpan {
  readonly phase: Phase;
  readonly moments: readonly Moment[];
}
export interface Line {
  readonly kind: LineKind;
  /** Index in `lanes` of the lane that it stands below. */
  readonly below: number;
}
/** Minutes per case at a moment; null where nothing is known. Alternatives are not weighed here. */
export interface Minutes {
  readonly customer: number | null;
  readonly employee: number | null;
}
/** What one side feels at a moment. */
export interface Felt {
  readonly steps: number;
  /** Steps whose feeling is known. */
  readonly known: number;
  readonly mean: number | null;
  /** The first of those that are known. */
  readonly first: Step | null;
}
/** One of the two curves of the emotion band. */
export interface Curve {
  readonly half: Half;
  /** One a moment: the mean of what is felt there, -2 to 2; null where it is not known (a gap). */
  readonly points: readonly (number | null)[];
  /** Where a run of points ends: the index of the moment and the name of whose feeling it is. */
  readonly labels: readonly { readonly at: number; readonly text: string }[];
}
export interface Sheet {
  readonly phases: readonly PhaseSpan[];
  readonly moments: readonly Moment[];
  readonly lanes: readonly Lane[];
  /** Steps of a cell in order; an empty list for an empty cell. */
  readonly cell: (lane: string, moment: string) => readonly Step[];
  /** Marked as "nothing happens here". */
  readonly blank: (lane: string, moment: string) => boolean;
  readonly lines: readonly Line[];
  /** One entry a moment, in the order of `moments`. */
  readonly minutes: readonly Minutes[];
  /** One entry a moment as well. */
  readonly felt: readonly Readonly<Record<Half, Felt>>[];
  readonly curves: readonly Curve[];
}

export const halfOf = (kind: LaneKind): Half =>
  kind === "evidence" || kind === "customer" ? "customer" : "employee";

const LINES: readonly (readonly [above: LaneKind, LineKind])[] = [
  ["customer", "interaction"],
  ["frontstage", "visibility"],
  ["backstage", "internal"],
];

/** What rows and columns a sheet has: with every edit of a step another sheet comes, rarely another shape. */
export type Shape = Pick<Sheet, "phases" | "moments" | "lanes" | "lines">;

export const sameShape = (a: Shape, b: Shape): boolean =>
  a.phases === b.phases && a.moments === b.moments && a.lanes === b.lanes && a.lines === b.lines;

/** A function that gives the sheet of a state and remembers the last one's parts. */
export function createSheets(): (state: State) => Sheet {
  const columns = remember(columnsOf);
  const rows = remember(rowsOf);
  const cells = remember(createCells());
  const blanks = remember(
    (blank: State["blank"]) => new Set([...blank.values()].map(({ lane, moment }) => key(lane, moment))),
  );
  const latencies = remember(latenciesOf);
  const minutes = keeping(
    perMoment(minutesIn),
    (a, b) => a.customer === b.customer && a.employee === b.employee,
  );
  const felt = keeping(perMoment(feltIn), (a, b) => a === b);
  const curves = keeping(remember(curvesOf), sameCurve);
  const sheet = remember(
    (
      { phases, moments }: ReturnType<typeof columnsOf>,
      { lanes, lines }: ReturnType<typeof rowsOf>,
      inCells: Cells,
      blank: ReadonlySet<string>,
      took: readonly Minutes[],
      feelings: Sheet["felt"],
      drawn: readonly Curve[],
    ): Sheet => ({
      phases,
      moments,
      lanes,
      lines,
      cell: (lane, moment) => cellIn(columnIn(inCells, moment), lane),
      blank: (lane, moment) => blank.size > 0 && blank.has(key(lane, moment)),
      minutes: took,
      felt: feelings,
      curves: drawn,
    }),
  );
  return (state) => {
    const column = columns(state.phase, state.moment);
    const row = rows(state.lane);
    const inCells = cells(state.step);
    const feelings = felt(column.moments, inCells, row.lanes);
    return sheet(
      column,
      row,
      inCells,
      blanks(state.blank),
      minutes(column.moments, inCells, row.lanes, latencies(state.use, state.tool)),
      feelings,
      curves(feelings, row.lanes, state.actor),
    );
  };
}

/** The sheet of one state, for who needs it once. */
export const sheetOf = (state: State): Sheet => createSheets()(state);

/** No id holds white space. */
const key = (lane: string, moment: string): string => `${lane} ${moment}`;

function columnsOf(
  phase: State["phase"],
  moment: State["moment"],
): { phases: PhaseSpan[]; moments: Moment[] } {
  const sorted = inOrder(moment.values());
  const phases = inOrder(phase.values()).map((one) => ({
    phase: one,
    moments: sorted.filter((candidate) => candidate.phase === one.id),
  }));
  return { phases, moments: phases.flatMap((span) => span.moments) };
}

function rowsOf(lane: State["lane"]): { lanes: Lane[]; lines: Line[] } {
  const lanes = [...lane.values()].sort(
    (a, b) => LANE_KINDS.indexOf(a.kind) - LANE_KINDS.indexOf(b.kind) || byOrder(a, b),
  );
  const lines = LINES.flatMap(([above, kind]) => {
    const upto = LANE_KINDS.indexOf(above);
    const below = lanes.findLastIndex((candidate) => LANE_KINDS.indexOf(candidate.kind) <= upto);
    return below >= 0 && below < lanes.length - 1 ? [{ kind, below }] : [];
  });
  return { lanes, lines };
}

/** Of the customer: work and waiting; of employees: work. Both with what the tools make them wait. */
function minutesIn(column: Column, lanes: readonly Lane[], latencies: ReadonlyMap<string, number>): Minutes {
  const total = (half: Half): number | null => {
    const parts: number[] = [];
    for (const step of stepsOf(half, column, lanes)) {
      const known = [step.work_min, half === "customer" ? step.wait_min : null, latencies.get(step.id)];
      for (const part of known) if (part != null) parts.push(part);
    }
    return parts.length === 0 ? null : parts.reduce((sum, part) => sum + part);
  };
  return { customer: total("customer"), employee: total("employee") };
}

/** What the tools make each step wait. */
function latenciesOf(uses: State["use"], tools: State["tool"]): ReadonlyMap<string, number> {
  const latencies = new Map<string, number>();
  for (const use of uses.values()) {
    const seconds = tools.get(use.tool)?.latency_s;
    if (seconds != null) latencies.set(use.step, (latencies.get(use.step) ?? 0) + (seconds * use.times) / 60);
  }
  return latencies;
}

function feltIn(column: Column, lanes: readonly Lane[]): Readonly<Record<Half, Felt>> {
  const felt = (half: Half): Felt => {
    const steps = stepsOf(half, column, lanes);
    const known = steps.filter((step) => step.emotion !== null);
    return {
      steps: steps.length,
      known: known.length,
      mean: mean(known.map((step) => step.emotion ?? 0)),
      first: known[0] ?? null,
    };
  };
  return { customer: felt("customer"), employee: felt("employee") };
}

function curvesOf(felt: Sheet["felt"], lanes: readonly Lane[], actors: State["actor"]): Curve[] {
  const byLane = new Map(lanes.map((lane) => [lane.id, lane]));
  const halves: readonly Half[] = ["customer", "employee"];
  return halves.map((half) => {
    const points = felt.map((one) => one[half].mean);
    const labels = felt.flatMap((one, at) => {
      const step = one[half].first;
      if (step === null || points[at + 1] != null) return [];
      const actor = step.actor ?? byLane.get(step.lane)?.actor ?? null;
      const text = actor === null ? undefined : actors.get(actor)?.title;
      return text === undefined ? [] : [{ at, text }];
    });
    return { half, points, labels };
  });
}

/** Evidence is what the customer sees: nobody works, waits or feels there. */
const stepsOf = (half: Half, column: Column, lanes: readonly Lane[]): Step[] =>
  lanes
    .filter((lane) => lane.kind !== "evidence" && halfOf(lane.kind) === half)
    .flatMap((lane) => cellIn(column, lane.id));

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value) / values.length;

const sameCurve = (a: Curve, b: Curve): boolean =>
  a.half === b.half &&
  sameItems(a.points, b.points) &&
  a.labels.length === b.labels.length &&
  a.labels.every(({ at, text }, i) => at === b.labels[i]?.at && text === b.labels[i].text);

/** The last result again while the arguments are the same. */
function remember<Args extends readonly unknown[], Result>(
  work: (...args: Args) => Result,
): (...args: Args) => Result {
  let last: { readonly args: Args; readonly result: Result } | undefined;
  return (...args) => {
    if (last === undefined || !sameItems(last.args, args)) last = { args, result: work(...args) };
    return last.result;
  };
}

/** Works something out of each moment: anew only where its cells, or what else counts, are others. */
function perMoment<Rest extends readonly unknown[], Result extends object>(
  work: (column: Column, ...rest: Rest) => Result,
): (moments: readonly Moment[], cells: Cells, ...rest: Rest) => readonly Result[] {
  let known = new WeakMap<Column, Result>();
  let last: Rest | null = null;
  return (moments, cells, ...rest) => {
    if (last === null || !sameItems(last, rest)) known = new WeakMap();
    last = rest;
    return moments.map(({ id }) => {
      const column = columnIn(cells, id);
      let result = known.get(column);
      if (result === undefined) known.set(column, (result = work(column, ...rest)));
      return result;
    });
  };
}

/** Items that are as they were are the same objects as before, and the same list where all of them are. */
function keeping<Args extends readonly unknown[], Item>(
  work: (...args: Args) => readonly Item[],
  same: (a: Item, b: Item) => boolean,
): (...args: Args) => readonly Item[] {
  let last: readonly Item[] = [];
  return (...args) => {
    const next = work(...args).map((item, i) => {
      const before = last[i];
      return before !== undefined && same(item, before) ? before : item;
    });
    return sameItems(next, last) ? last : (last = next);
  };
}
