/** What the page may say about safety: "saved" only after the answer, and "unsaved" soon where none comes. */
import type { Status } from "./events";

/** Milliseconds until a person is told that nothing came back. */
export const TELL_MS = 2000;

export interface StatusKeeper {
  readonly current: Status;
  /** `since`: when the oldest unanswered change was made. */
  update(now: { readonly count: number; readonly since: number | null; readonly reachable: boolean }): void;
  stop(): void;
}

export function createStatus(tell: (status: Status) => void): StatusKeeper {
  let current: Status = { kind: "saved" };
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    get current() {
      return current;
    },
    update(now) {
      clearTimeout(timer);
      const { count, since, reachable } = now;
      const waited = since === null ? 0 : Date.now() - since;
      const next = ((): Status => {
        if (!reachable) return { kind: "offline", count };
        if (count === 0) return { kind: "saved" };
        return { kind: waited < TELL_MS ? "saving" : "unsaved", count };
      })();
      if (next.kind === "saving") timer = setTimeout(() => this.update(now), TELL_MS - waited);
      if (JSON.stringify(next) === JSON.stringify(current)) return;
      current = next;
      tell(current);
    },
    stop: () => clearTimeout(timer),
  };
}
