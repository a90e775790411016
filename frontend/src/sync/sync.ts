/**
 * How changes of this page reach the server and those of others reach this page (rules C1 to C9 of docs/changes.md).
 * Changes are sent one at a time, in order; the log is fetched wherever it does not continue what the page holds.
 */
import { uuid } from "../model/ids";
import type { Op, Type } from "../model/records";
import type { Pending, Store } from "../model/store";
import { Refusal, type Api } from "./api";
import type { Status, SyncEvent } from "./events";
import { createHistory, type Step } from "./history";
import { page as browserPage, type Page } from "./page";
import type { Outgoing, Queue } from "./queue";
import { PROTOCOL, readAnswer, readPage, readSnapshot, type Answer } from "./wire";

export type * from "./events";

export interface Sync {
  /** Reads the records and takes up what an earlier page left unsent; resolves when the sheet can be shown. */
  start(): Promise<void>;
  stop(): void;
  /** Shows a change at once and sends it; gives its id. Throws `ChangeError` where it can't be applied here. */
  submit(label: string, ops: readonly Op[]): string;
  /** Undoes the newest change of this page that is not undone; gives its label, or null where there is none. */
  undo(): string | null;
  redo(): string | null;
  /** Label of what `undo` / `redo` would take, or null. */
  readonly undoable: string | null;
  readonly redoable: string | null;
  readonly status: Status;
  /** How far the page knows the log. */
  readonly seq: number;
  /** True once everything is answered; false where the server can't be reached meanwhile. */
  settled(): Promise<boolean>;
  on(listener: (event: SyncEvent) => void): () => void;
}

/** Milliseconds: between polls; until a person is told that nothing came back; between tries, doubled each time. */
export const POLL_MS = 3000;
export const TELL_MS = 2000;
const RETRY_MS = 500;
const RETRY_AT_MOST_MS = 15_000;

/** The server fills in fields of these by itself (who, when), so their log entries are read. */
const COMPLETED_BY_SERVER: readonly Type[] = ["note", "flag", "review"];

export interface Options {
  readonly store: Store;
  readonly api: Api;
  readonly queue: Queue;
  readonly page?: Page;
}

export function createSync({ store, api, queue, page = browserPage }: Options): Sync {
  const history = createHistory();
  const listeners = new Set<(event: SyncEvent) => void>();
  /** Not answered yet, in order, each with the moment it was made. */
  let outbox: readonly (Outgoing & { readonly since: number })[] = [];
  /** Left this page at least once: it may be in the log. */
  const sent = new Set<string>();
  /** What takes a confirmed change back, as far as this page knows: shown until the server has undone it. */
  const inverses = new Map<string, readonly Op[]>();

  let seq = -1;
  let epoch = "";
  let reachable = true;
  let halted = true;
  let sending = false;
  let pulling: Promise<void> | null = null;
  let failures = 0;
  let status: Status = { kind: "saved" };
  let retryTimer: Timer, pollTimer: Timer, tellTimer: Timer;
  let unlisten = (): void => undefined;

  const tell = (event: SyncEvent): void => listeners.forEach((listener) => listener(event));

  const refreshStatus = (): void => {
    clearTimeout(tellTimer);
    const count = outbox.length;
    const waited = Date.now() - (outbox[0]?.since ?? Date.now());
    const next: Status = !reachable
      ? { kind: "offline", count }
      : count === 0
        ? { kind: "saved" }
        : { kind: waited >= TELL_MS ? "unsaved" : "saving", count };
    if (next.kind === "saving") tellTimer = setTimeout(refreshStatus, TELL_MS - waited);
    if (JSON.stringify(next) === JSON.stringify(status)) return;
    status = next;
    tell({ kind: "status", status });
  };

  const halt = (event: SyncEvent): void => {
    halted = true;
    tell(event);
  };

  // ---- what goes out

  const enqueue = (change: Outgoing): void => {
    outbox = [...outbox, { ...change, since: Date.now() }];
    void queue.add(change).catch(() => undefined); // the browser keeps nothing: the page still does
    refreshStatus();
    void pump();
  };

  const dequeue = (id: string): void => {
    outbox = outbox.filter((change) => change.id !== id);
    void queue.remove(id).catch(() => undefined);
    refreshStatus();
  };

  const pump = async (): Promise<void> => {
    if (sending) return;
    sending = true;
    clearTimeout(retryTimer);
    for (let change = outbox[0]; change !== undefined && !halted; change = outbox[0]) {
      const { id, label, ops, undo } = change;
      sent.add(id);
      try {
        const body = undo === undefined ? { id, label, ops } : { id, label, undo };
        answered(change, readAnswer(await api.post("changes/", body)));
      } catch (error) {
        if (error instanceof Refusal && isFinal(error.status)) refused(change, error);
        else lost(error);
        if (failures > 0) break;
      }
    }
    sending = false;
  };

  const answered = (change: Outgoing, answer: Answer): void => {
    reached();
    dequeue(change.id);
    const { label } = change;
    const exact =
      answer.seq === seq + 1 &&
      change.undo === undefined &&
      answer.dropped.length === 0 &&
      !change.ops.some((op) => COMPLETED_BY_SERVER.includes(op.type));
    const applied = exact ? store.confirm(change.id) : null;
    if (applied !== null) {
      inverses.set(change.id, applied.inverse);
      seq = answer.seq;
      tell({ kind: "advanced", seq });
    } else if (answer.seq > seq) {
      // A pull that is under way may have been answered before this change was in the log.
      void pull().then(() => (answer.seq > seq ? pull() : undefined));
    } else {
      store.withdraw(change.id); // the log was read meanwhile, and it was in there
    }
    if (answer.dropped.length > 0) tell({ kind: "dropped", label, dropped: answer.dropped });
    if (answer.kept.length > 0) tell({ kind: "kept", label, kept: answer.kept });
  };

  const refused = (change: Outgoing, { status: code, problem }: Refusal): void => {
    if ([401, 403, 404].includes(code) && problem.place !== "undo") {
      halt({ kind: "gone", problem });
      return;
    }
    reached();
    for (const { id } of outbox.filter((one) => one.id === change.id || one.undo === change.id)) {
      dequeue(id);
      store.withdraw(id);
      history.forget(id);
    }
    tell({ kind: "history" });
    tell({ kind: "refused", label: change.label, problem });
    void pull(); // what the page did not know is why
  };

  const reached = (): void => {
    failures = 0;
    reachable = true;
    refreshStatus();
  };

  const lost = (error: unknown): void => {
    failures += 1;
    reachable = error instanceof Refusal; // it answered, if only that it can't
    refreshStatus();
    clearTimeout(retryTimer);
    const wait = Math.min(RETRY_MS * 2 ** (failures - 1), RETRY_AT_MOST_MS);
    retryTimer = setTimeout(wake, wait * (0.75 + Math.random() / 2)); // so that a room does not come back as one
  };

  // ---- what comes in

  const pull = (): Promise<void> => {
    pulling ??= fetchLog().finally(() => (pulling = null));
    return pulling;
  };

  const fetchLog = async (): Promise<void> => {
    try {
      for (let more = true; more && !halted;) {
        const answer = readPage(await api.get(`changes/?after=${seq}`));
        reached();
        const fresh = answer.changes.filter((entry) => entry.seq > seq);
        const gap = fresh.some((entry, i) => entry.seq !== seq + 1 + i);
        if (answer.epoch !== epoch || answer.seq < seq || gap) {
          await read();
          tell({ kind: "reloaded" });
          return;
        }
        more = answer.more && fresh.length > 0;
        if (fresh.length > 0) take(fresh);
      }
    } catch (error) {
      if (error instanceof Refusal && [401, 403, 404].includes(error.status)) {
        halt({ kind: "gone", problem: error.problem });
      } else {
        lost(error);
      }
    }
  };

  const take = (
    fresh: readonly { readonly seq: number; readonly id: string; readonly ops: readonly Op[] }[],
  ): void => {
    for (const { id } of fresh) {
      const inverse = store.inverse(id);
      if (inverse !== null) inverses.set(id, inverse);
      if (outbox.some((change) => change.id === id)) dequeue(id); // its answer was lost: the log says it is there
    }
    store.advance(fresh);
    seq = fresh.at(-1)?.seq ?? seq;
    tell({ kind: "advanced", seq });
  };

  /** Everything anew. What is unanswered stays on top; what was answered is in there. */
  const read = async (): Promise<void> => {
    const snapshot = readSnapshot(await api.get("records/"));
    reached();
    if (snapshot.protocol !== PROTOCOL) {
      halt({ kind: "outdated" });
      return;
    }
    const waiting = new Set(outbox.map((change) => change.id));
    for (const { id } of store.pending) if (!waiting.has(id)) store.withdraw(id);
    store.load(snapshot.state);
    seq = snapshot.seq;
    epoch = snapshot.epoch;
    tell({ kind: "advanced", seq });
  };

  const poll = async (): Promise<void> => {
    clearTimeout(pollTimer);
    if (halted) return;
    if (page.visible() && seq >= 0) await pull();
    clearTimeout(pollTimer);
    pollTimer = setTimeout(() => void poll(), POLL_MS);
  };

  const wake = (): void => {
    if (halted) return;
    void pump();
    void poll();
  };

  // ---- undo and redo

  const revert = (change: string, label: string): Step => {
    const waiting = outbox.find((one) => one.id === change);
    if (waiting !== undefined && !sent.has(change)) {
      dequeue(change);
      store.withdraw(change);
      return { how: "again", change: waiting, label };
    }
    return make({
      id: uuid(),
      label,
      undo: change,
      ops: store.inverse(change) ?? inverses.get(change) ?? [],
    });
  };

  const make = (change: Outgoing): Step => {
    store.take([pendingOf(change)]);
    remember(change.id);
    enqueue(change);
    return { how: "revert", change: change.id, label: change.label };
  };

  const remember = (id: string): void => {
    const inverse = store.inverse(id);
    if (inverse !== null) inverses.set(id, inverse);
  };

  const perform = (step: Step): Step =>
    step.how === "revert" ? revert(step.change, step.label) : make({ ...step.change, id: uuid() });

  const travel = (by: "undo" | "redo"): string | null => {
    const label = history[by](perform);
    tell({ kind: "history" });
    return label;
  };

  return {
    async start() {
      halted = false;
      const left = await queue.load().catch(() => []);
      for (;;) {
        try {
          await read();
          break;
        } catch (error) {
          if (error instanceof Refusal && isFinal(error.status)) {
            halt({ kind: "gone", problem: error.problem });
            throw error;
          }
          lost(error);
          clearTimeout(retryTimer);
          await new Promise((resolve) => setTimeout(resolve, Math.min(RETRY_MS * 2 ** failures, 4000)));
        }
      }
      for (const change of left) sent.add(change.id);
      outbox = [...left.map((change) => ({ ...change, since: Date.now() })), ...outbox];
      store.take(left.map(pendingOf));
      refreshStatus();
      unlisten = page.onWake(wake);
      wake();
    },
    stop() {
      halted = true;
      unlisten();
      for (const timer of [retryTimer, pollTimer, tellTimer]) clearTimeout(timer);
    },
    submit(label, ops) {
      const change = { id: uuid(), label, ops };
      inverses.set(change.id, store.append(pendingOf(change)).inverse);
      history.made(change.id, label);
      enqueue(change);
      tell({ kind: "history" });
      return change.id;
    },
    undo: () => travel("undo"),
    redo: () => travel("redo"),
    settled: () =>
      new Promise((resolve) => {
        const look = (): boolean => {
          const over =
            outbox.length === 0 || halted || status.kind === "offline" || status.kind === "unsaved";
          if (over) resolve(outbox.length === 0);
          return over;
        };
        if (look()) return;
        const done = listen((event) => {
          if (event.kind === "status" && look()) done();
        });
      }),
    on: listen,
    get undoable() {
      return history.undoable;
    },
    get redoable() {
      return history.redoable;
    },
    get status() {
      return status;
    },
    get seq() {
      return seq;
    },
  };

  function listen(listener: (event: SyncEvent) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }
}

type Timer = ReturnType<typeof setTimeout> | undefined;

const pendingOf = ({ id, ops }: Outgoing): Pending => ({ id, ops });

/** Told so once, told so always: trying again would not help. The others pass. */
const isFinal = (status: number): boolean =>
  status >= 400 && status < 500 && ![408, 425, 429].includes(status);
