/** Why a change is refused, or an op of it dropped. The words are those of blueprint/changes. */
import type { Op } from "./records";

export type Refused = "value" | "id-taken" | "parent-gone" | "rework-share" | "share-sum";

/** A change of which nothing is applied. */
export class ChangeError extends Error {
  constructor(
    /** `ops[2].record.lane`, or `link.k4.share` for a record of the state. */
    readonly place: string,
    readonly reason: Refused,
  ) {
    super(`${place}: ${reason}`);
    this.name = "ChangeError";
  }
  /** No state could take it (400), as against not now (409). */
  get never(): boolean {
    return this.reason === "value";
  }
}

/** An op that had no effect, or not its whole effect, because something it needs is gone. */
export interface DroppedOp {
  readonly op: Op;
  readonly reason: "gone" | "names-gone" | "emptied";
}
