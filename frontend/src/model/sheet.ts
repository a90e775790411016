/**
 * What a sheet shows, worked out from the records: lanes and moments in their order, cells, lines, minutes, curves.
 * Parts that did not change keep their identity from one state to the next, so that views can compare with `===`.
 */
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
  readonly curves: readonly Curve[];
}

export const halfOf = (kind: LaneKind): Half =>
  kind === "evidence" || kind === "customer" ? "customer" : "employee";

const LINES: readonly (readonly [above: LaneKind, LineKind])[] = [
  ["customer", "interaction"],
  ["frontstage", "visibility"],
  ["backstage", "internal"],
];

/** A function that gives the sheet of a state and remembers the last one's parts. */
export function createSheets(): (state: State) => Sheet {
  const columns = remember(columnsOf);
  const rows = remember(rowsOf);
  const cells = remember(createCells());
  const blanks = remember(
    (blank: State["blank"]) => new Set([...blank.values()].map(({ lane, moment }) => key(lane, moment))),
  );
  const minutes = keeping(
    remember(minutesOf),
    (a, b) => a.customer === b.customer && a.employee === b.employee,
  );
  const curves = keeping(remember(curvesOf), sameCurve);
  const sheet = remember(
    (
      { phases, moments }: ReturnType<typeof columnsOf>,
      { lanes, lines }: ReturnType<typeof rowsOf>,
      inCells: Cells,
      blank: ReadonlySet<string>,
      perMoment: readonly Minutes[],
      felt: readonly Curve[],
    ): Sheet => ({
      phases,
      moments,
      lanes,
      lines,
      cell: (lane, moment) => inCells.get(key(lane, moment)) ?? EMPTY,
      blank: (lane, moment) => blank.has(key(lane, moment)),
      minutes: perMoment,
      curves: felt,
    }),
  );
  return (state) => {
    const column = columns(state.phase, state.moment);
    const row = rows(state.lane);
    const inCells = cells(state.step);
    return sheet(
      column,
      row,
      inCells,
      blanks(state.blank),
      minutes(column.moments, row.lanes, inCells, state.use, state.tool),
      curves(column.moments, row.lanes, inCells, state.actor),
    );
  };
}

/** The sheet of one state, for who needs it once. */
export const sheetOf = (state: State): Sheet => createSheets()(state);

type Cells = ReadonlyMap<string, readonly Step[]>;
const EMPTY: readonly Step[] = [];
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

/** Steps by cell, in order. Where only other fields changed, only the cells of those steps are made anew. */
function createCells(): (step: State["step"]) => Cells {
  let last: State["step"] = new Map();
  let cells: Cells = new Map();
  return (step) => {
    const changed = changedInPlace(last, step);
    cells = changed === null ? sortedCells(step, cells) : withChanged(cells, changed);
    last = step;
    return cells;
  };
}

/** The steps that are other objects but stand where they stood; null where any came, went or moved. */
function changedInPlace(before: State["step"], after: State["step"]): readonly Step[] | null {
  if (before.size !== after.size) return null;
  const changed: Step[] = [];
  for (const [id, step] of after) {
    const old = before.get(id);
    if (old === step) continue;
    if (old?.lane !== step.lane || old.moment !== step.moment || old.order !== step.order) return null;
    changed.push(step);
  }
  return changed;
}

function withChanged(cells: Cells, changed: readonly Step[]): Cells {
  const next = new Map(cells);
  for (const step of changed) {
    const at = key(step.lane, step.moment);
    next.set(
      at,
      (next.get(at) ?? EMPTY).map((one) => (one.id === step.id ? step : one)),
    );
  }
  return next;
}

function sortedCells(step: State["step"], before: Cells): Cells {
  const cells = new Map<string, Step[]>();
  for (const one of inOrder(step.values())) {
    const at = key(one.lane, one.moment);
    const cell = cells.get(at);
    if (cell === undefined) cells.set(at, [one]);
    else cell.push(one);
  }
  const kept = new Map<string, readonly Step[]>();
  for (const [at, cell] of cells) {
    const old = before.get(at);
    kept.set(at, old !== undefined && sameItems(old, cell) ? old : cell);
  }
  return kept;
}

/** Of the customer: work and waiting; of employees: work. Both with what the tools make them wait. */
function minutesOf(
  moments: readonly Moment[],
  lanes: readonly Lane[],
  cells: Cells,
  uses: State["use"],
  tools: State["tool"],
): Minutes[] {
  const latency = new Map<string, number>();
  for (const use of uses.values()) {
    const seconds = tools.get(use.tool)?.latency_s;
    if (seconds != null) latency.set(use.step, (latency.get(use.step) ?? 0) + (seconds * use.times) / 60);
  }
  const total = (half: Half, moment: string): number | null => {
    const parts: number[] = [];
    for (const step of stepsOf(half, moment, lanes, cells)) {
      const known = [step.work_min, half === "customer" ? step.wait_min : null, latency.get(step.id)];
      for (const part of known) if (part != null) parts.push(part);
    }
    return parts.length === 0 ? null : parts.reduce((sum, part) => sum + part);
  };
  return moments.map(({ id }) => ({ customer: total("customer", id), employee: total("employee", id) }));
}

function curvesOf(
  moments: readonly Moment[],
  lanes: readonly Lane[],
  cells: Cells,
  actors: State["actor"],
): Curve[] {
  const byLane = new Map(lanes.map((lane) => [lane.id, lane]));
  const halves: readonly Half[] = ["customer", "employee"];
  return halves.map((half) => {
    const felt = moments.map(({ id }) =>
      stepsOf(half, id, lanes, cells).filter((step) => step.emotion !== null),
    );
    const points = felt.map((steps) => mean(steps.map((step) => step.emotion ?? 0)));
    const labels = felt.flatMap((steps, at) => {
      const step = steps[0];
      if (step === undefined || points[at + 1] != null) return [];
      const actor = step.actor ?? byLane.get(step.lane)?.actor ?? null;
      const text = actor === null ? undefined : actors.get(actor)?.title;
      return text === undefined ? [] : [{ at, text }];
    });
    return { half, points, labels };
  });
}

/** Evidence is what the customer sees: nobody works, waits or feels there. */
const stepsOf = (half: Half, moment: string, lanes: readonly Lane[], cells: Cells): Step[] =>
  lanes
    .filter((lane) => lane.kind !== "evidence" && halfOf(lane.kind) === half)
    .flatMap((lane) => cells.get(key(lane.id, moment)) ?? EMPTY);

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value) / values.length;

const sameCurve = (a: Curve, b: Curve): boolean =>
  a.half === b.half &&
  sameItems(a.points, b.points) &&
  a.labels.length === b.labels.length &&
  a.labels.every(({ at, text }, i) => at === b.labels[i]?.at && text === b.labels[i].text);

const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);

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
