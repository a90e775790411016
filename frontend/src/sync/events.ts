/** What synchronising tells the page: how safe its changes are, and what became of them. */
import type { Op, Type } from "../model/records";

/** What the page may say about safety: never "saved" before the answer. */
export type Status =
  | { readonly kind: "saved" }
  | { readonly kind: "saving"; readonly count: number }
  /** Not answered for some seconds: the person should know. */
  | { readonly kind: "unsaved"; readonly count: number }
  | { readonly kind: "offline"; readonly count: number };

/** An error as the API gives it. */
export interface Problem {
  readonly place: string;
  readonly message: string;
  readonly mend: string;
}
export interface Dropped {
  readonly op: Op;
  readonly reason: string;
}
/** A field that an undo left alone, because someone else has changed it since. */
export interface Kept {
  readonly type: Type;
  readonly id: string;
  /** null: the whole record. */
  readonly field: string | null;
  readonly by: string;
}

export type SyncEvent =
  | { readonly kind: "status"; readonly status: Status }
  /** What can be undone or redone changed. */
  | { readonly kind: "history" }
  /** A change was answered, or changes of others came in: the log stands at `seq`. */
  | { readonly kind: "advanced"; readonly seq: number }
  /** The server refused a change; it and what it showed are gone from the page. */
  | { readonly kind: "refused"; readonly label: string; readonly problem: Problem }
  | { readonly kind: "dropped"; readonly label: string; readonly dropped: readonly Dropped[] }
  | { readonly kind: "kept"; readonly label: string; readonly kept: readonly Kept[] }
  /** The server has another history (a backup was restored): all records were read again. */
  | { readonly kind: "reloaded" }
  /** The blueprint is gone, or this person may no longer see it; what is unsaved is kept. */
  | { readonly kind: "gone"; readonly problem: Problem }
  /** The server speaks a newer protocol: the page must be loaded again; what is unsaved is kept. */
  | { readonly kind: "outdated" };
