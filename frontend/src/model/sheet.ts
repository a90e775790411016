/** What a sheet shows, worked out from the records: lanes and moments in their order, cells, lines, minutes, curves. */
import type { Lane, LaneKind, Moment, Phase, Step } from "./records";

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
/** One curve of the emotion band: an actor's feeling at each moment, null where it is not known (a gap). */
export interface Curve {
  readonly actor: string | null;
  readonly title: string;
  readonly side: "customer" | "employee";
  readonly points: readonly (number | null)[];
}
export interface Sheet {
  readonly phases: readonly PhaseSpan[];
  readonly moments: readonly Moment[];
  readonly lanes: readonly Lane[];
  /** Steps of a cell in order; an empty list for an empty cell. */
  cell(lane: string, moment: string): readonly Step[];
  /** Marked as "nothing happens here". */
  blank(lane: string, moment: string): boolean;
  readonly lines: readonly Line[];
  /** One entry a moment, in the order of `moments`. */
  readonly minutes: readonly Minutes[];
  readonly curves: readonly Curve[];
}

export const sideOf = (kind: LaneKind): "customer" | "employee" =>
  kind === "evidence" || kind === "customer" ? "customer" : "employee";
