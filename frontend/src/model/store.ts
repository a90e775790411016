/**
 * What the page shows: confirmed state with the changes that are not answered yet replayed on top (rule C7).
 * A pending change that can't be applied now shows nothing; the server will say why.
 */
import { apply, ChangeError, patch, type Applied } from "./apply";
import { isSame, type Op, type State } from "./records";

/** A change of this page that the log does not hold yet. */
export interface Pending {
  readonly id: string;
  readonly ops: readonly Op[];
}

/** An entry of the log; `id` tells whose pending change it confirms. */
export interface Logged {
  readonly id: string;
  readonly ops: readonly Op[];
}

export interface Store {
  /** Confirmed and pending together: what a person sees. */
  readonly state: State;
  readonly pending: readonly Pending[];
  /** Called after every change of `state`; gives back a function that ends it. */
  subscribe(listener: (state: State) => void): () => void;
  /** Starts anew from what the server gave. Pending changes stay on top. */
  load(confirmed: State): void;
  /** Shows a change at once. Throws `ChangeError` where it can't be applied now, and then keeps nothing of it. */
  append(change: Pending): Applied;
  /** Takes changes up whether or not they can be applied now: those of an earlier page, guesses at an undo. */
  take(changes: readonly Pending[]): void;
  /** Takes a change that is not in the log off again. */
  withdraw(id: string): void;
  /** The log goes on with these entries, in this order. What pending changes showed already stays the objects it is. */
  advance(entries: readonly Logged[]): void;
  /** The log goes on with a pending change just as it applies to the confirmed state; false where it applies to none. */
  confirm(id: string): boolean;
  /** What takes a pending change back, as it stands now; null where it shows nothing. */
  inverse(id: string): readonly Op[] | null;
}

export function createStore(initial: State): Store {
  let confirmed = initial;
  let state = initial;
  let pending: readonly Pending[] = [];
  /** What the pending changes that show something do, as the log would hold it, and what takes it back. */
  const shown = new Map<string, Pick<Applied, "ops" | "inverse">>();
  const listeners = new Set<(state: State) => void>();

  const show = (next: State): void => {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener(state);
  };
  const replay = (): void => {
    shown.clear();
    let next = confirmed;
    for (const change of pending) {
      const applied = attempt(next, change.ops);
      if (applied === null) continue;
      shown.set(change.id, applied);
      next = applied.state;
    }
    show(next);
  };
  /** The first pending change is in the log: the rest of the page stays as it is, down to the identity of maps. */
  function stepOver(id: string): void {
    const { ops = [] } = shown.get(id) ?? {};
    pending = pending.slice(1);
    confirmed = pending.length === 0 ? state : patch(confirmed, ops);
    shown.delete(id);
  }
  /** Steps over an entry that says what is shown already, as that of an undo does which the page guessed right. */
  function expected({ id, ops }: Logged): boolean {
    if (pending[0]?.id !== id || !isSame(shown.get(id)?.ops, ops)) return false;
    stepOver(id);
    return true;
  }
  const without = (ids: ReadonlySet<string>): readonly Pending[] =>
    pending.some(({ id }) => ids.has(id)) ? pending.filter(({ id }) => !ids.has(id)) : pending;

  return {
    get state() {
      return state;
    },
    get pending() {
      return pending;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load(next) {
      confirmed = next;
      replay();
    },
    append(change) {
      const applied = apply(state, change.ops);
      pending = [...pending, change];
      shown.set(change.id, applied);
      show(applied.state);
      return applied;
    },
    take(changes) {
      pending = [...pending, ...changes];
      replay();
    },
    withdraw(id) {
      pending = without(new Set([id]));
      replay();
    },
    advance(entries) {
      const other = entries.findIndex((entry) => !expected(entry));
      if (other < 0) return;
      const left = entries.slice(other);
      for (const { ops } of left) confirmed = patch(confirmed, ops);
      pending = without(new Set(left.map(({ id }) => id)));
      replay();
    },
    confirm(id) {
      if (pending[0]?.id === id && shown.has(id)) {
        stepOver(id);
        return true;
      }
      const change = pending.find((one) => one.id === id);
      const applied = change === undefined ? null : attempt(confirmed, change.ops);
      if (applied === null) return false;
      pending = without(new Set([id]));
      confirmed = applied.state;
      replay();
      return true;
    },
    inverse: (id) => shown.get(id)?.inverse ?? null,
  };
}

function attempt(state: State, ops: readonly Op[]): Applied | null {
  try {
    return apply(state, ops);
  } catch (error) {
    if (error instanceof ChangeError) return null;
    throw error;
  }
}
