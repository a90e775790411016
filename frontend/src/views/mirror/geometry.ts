/**
 * The mirror worked out: for each moment what each side does, takes and feels, and where friction meets pain. Heights
 * count away from the fold, the same for both sides; pixels.
 */
import type { State, Step } from "../../model/records";
import { halfOf, type Half, type Sheet } from "../../model/sheet";
import type { Finding } from "../../sync/friction";

/** Minutes of one side at one moment: hands on the work, and waiting (for others or for a tool). */
export interface Minutes {
  readonly work: number | null;
  readonly wait: number | null;
}
export interface Side {
  /** From the fold outwards. */
  readonly steps: readonly Step[];
  readonly minutes: Minutes;
  readonly emotion: number | null;
}
export interface Column {
  readonly moment: string;
  readonly title: string;
  readonly customer: Side;
  readonly employee: Side;
  /** Those whose diamond stands on the fold here. */
  readonly findings: readonly Finding[];
}

/** How high the longest bar and the band of a feeling are. */
export interface Room {
  readonly bar: number;
  readonly curve: number;
}
/** Room beyond +2 and before -2, where the points have their marks. */
const MARGIN = 12;

/** As much as leaves room for cards above and below on a screen of this height. */
export const roomFor = (height: number): Room => ({
  bar: Math.round(Math.min(150, Math.max(70, height * 0.105))),
  curve: Math.round(Math.min(130, Math.max(72, height * 0.1))),
});

/** Height of a bar: by the square root, so that seconds are seen beside hours. */
export const barHeight = (minutes: number, most: number, { bar }: Room): number =>
  minutes <= 0 || most <= 0 ? 0 : Math.max(3, Math.sqrt(minutes / most) * bar);

/** Distance of a feeling from its band's near edge: pain (-2) lies by the fold on both sides. */
export const feltAt = (emotion: number, { curve }: Room): number =>
  MARGIN + ((emotion + 2) / 4) * (curve - 2 * MARGIN);

export function columnsOf(state: State, sheet: Sheet, findings: readonly Finding[]): readonly Column[] {
  const latency = latencies(state);
  const places = placesOf(state, findings);
  return sheet.moments.map(({ id, title }, at) => {
    const side = (half: Half): Side => {
      const steps = sheet.lanes
        .filter(({ kind }) => kind !== "evidence" && halfOf(kind) === half)
        .flatMap((lane) => sheet.cell(lane.id, id));
      return {
        steps: half === "customer" ? steps.toReversed() : steps,
        minutes: {
          work: sum(steps.map(({ work_min }) => work_min)),
          wait: sum(steps.flatMap((step) => [step.wait_min, latency.get(step.id) ?? null])),
        },
        emotion: sheet.curves.find((curve) => curve.half === half)?.points[at] ?? null,
      };
    };
    return {
      moment: id,
      title,
      customer: side("customer"),
      employee: side("employee"),
      findings: places.get(id) ?? [],
    };
  });
}

export const total = ({ work, wait }: Minutes): number => (work ?? 0) + (wait ?? 0);

/** The longest bar of all. */
export const mostOf = (columns: readonly Column[]): number =>
  Math.max(
    0,
    ...columns.flatMap(({ customer, employee }) => [total(customer.minutes), total(employee.minutes)]),
  );

/** Whether friction and pain meet here: a finding stands on the fold where a side feels bad. */
export const meets = ({ findings, customer, employee }: Column): boolean =>
  findings.length > 0 && ((customer.emotion ?? 0) < 0 || (employee.emotion ?? 0) < 0);

/** Once each: at the moment of the customer's step that it touches, else of its own first step. */
function placesOf(state: State, findings: readonly Finding[]): Map<string, Finding[]> {
  const places = new Map<string, Finding[]>();
  for (const finding of findings) {
    const steps = [...finding.moments_of_truth, ...finding.touches, ...finding.steps];
    const own = steps.map((id) => state.step.get(id)).filter((step) => step !== undefined);
    const customers = own.find((step) => state.lane.get(step.lane)?.kind === "customer");
    const moment = (customers ?? own[0])?.moment;
    if (moment === undefined) continue;
    const there = places.get(moment);
    if (there === undefined) places.set(moment, [finding]);
    else there.push(finding);
  }
  return places;
}

function latencies({ use, tool }: State): Map<string, number> {
  const latency = new Map<string, number>();
  for (const one of use.values()) {
    const seconds = tool.get(one.tool)?.latency_s;
    if (seconds != null) latency.set(one.step, (latency.get(one.step) ?? 0) + (seconds * one.times) / 60);
  }
  return latency;
}

const sum = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
};

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Smooth runs through known points, level at each; a gap where one is not known. */
export function runs(points: readonly (Point | null)[]): readonly (readonly Point[])[] {
  const all: Point[][] = [];
  let now: Point[] | null = null;
  for (const point of points) {
    if (point === null) now = null;
    else if (now === null) all.push((now = [point]));
    else now.push(point);
  }
  return all;
}

export function smooth(run: readonly Point[]): string {
  let path = "";
  for (const [i, { x, y }] of run.entries()) {
    const before = run[i - 1];
    const half = (x + (before?.x ?? x)) / 2;
    path += before === undefined ? `M${x} ${y}` : `C${half} ${before.y} ${half} ${y} ${x} ${y}`;
  }
  return path;
}

/** The next step in a direction: along the row nearest to where one stands, or up and down through the fold. */
export function neighbour(
  columns: readonly Column[],
  from: string,
  arrow: "left" | "right" | "up" | "down",
): string | null {
  const stacks = columns.map(({ customer, employee }) => [
    ...customer.steps.toReversed().map(({ id }, i) => ({ id, level: customer.steps.length - i })),
    ...employee.steps.map(({ id }, i) => ({ id, level: -1 - i })),
  ]);
  const at = stacks.findIndex((stack) => stack.some(({ id }) => id === from));
  const stack = stacks[at] ?? [];
  const row = stack.findIndex(({ id }) => id === from);
  const level = stack[row]?.level ?? 0;
  if (arrow === "up" || arrow === "down") return stack[row + (arrow === "up" ? -1 : 1)]?.id ?? null;
  const by = arrow === "left" ? -1 : 1;
  for (let i = at + by; i >= 0 && i < stacks.length; i += by) {
    // On the same side of the fold if there is anything, else across it.
    const there = (stacks[i] ?? []).toSorted(
      (a, b) =>
        Number(a.level > 0 !== level > 0) - Number(b.level > 0 !== level > 0) ||
        Math.abs(a.level - level) - Math.abs(b.level - level),
    );
    if (there[0] !== undefined) return there[0].id;
  }
  return null;
}
