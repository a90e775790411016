/** What the page shows: confirmed state with the changes that are not answered yet replayed on top. */
import type { Op, State } from "./records";

/** A change of this page that the server has not confirmed. */
export interface Pending {
  readonly id: string;
  readonly ops: readonly Op[];
}

export interface Store {
  /** Confirmed and pending together: what a person sees. */
  readonly state: State;
  /** Called after every change of `state`; gives back a function that ends it. */
  subscribe(listener: (state: State) => void): () => void;
}
