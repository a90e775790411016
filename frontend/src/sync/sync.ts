/**
 * How changes of this page reach the server and those of others reach this page (rules C1 to C9 of docs/changes.md):
 * the outbox sends, the log fetches, the store shows both, the history takes back.
 */
import { uuid } from "../model/ids";
import type { Op, Type } from "../model/records";
import type { Store } from "../model/store";
import { Refusal, type Api } from "./api";
import type { Status, SyncEvent } from "./events";
import { createHistory, type Step } from "./history";
import { createLog } from "./log";
import { createOutbox, isFinal } from "./outbox";
import { page as browserPage, type Page } from "./page";
import type { Outgoing, Queue } from "./queue";
import { createStatus } from "./status";
import type { Answer } from "./wire";

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

/** The server fills in fields of these by itself (who, when): what it logged is read, not worked out. */
const SIGNED_BY_SERVER: readonly Type[] = ["note", "flag", "review"];
const FIRST_READ_RETRY_MS = 2000;

export interface Options {
  readonly store: Store;
  readonly api: Api;
  readonly queue: Queue;
  readonly page?: Page;
  /** The records and what an earlier page left, where they were asked for before. */
  readonly records?: Promise<unknown>;
  readonly left?: Promise<readonly Outgoing[]>;
}

export function createSync({ store, api, queue, page = browserPage, records, left }: Options): Sync {
  const listeners = new Set<(event: SyncEvent) => void>();
  const history = createHistory();
  /** What takes a change of this page back, as far as it knows: shown until the server has undone it. */
  const inverses = new Map<string, readonly Op[]>();
  let reachable = true;
  let halted = false;
  let unlisten = (): void => undefined;

  const tell = (event: SyncEvent): void => listeners.forEach((listener) => listener(event));
  const advanced = (): void => tell({ kind: "advanced", seq: log.seq });
  const status = createStatus((current) => tell({ kind: "status", status: current }));

  const refresh = (): void => status.update({ count: outbox.changes.length, since: outbox.since, reachable });
  const heard = (now: boolean): void => {
    const back = now && !reachable;
    reachable = now;
    refresh();
    if (back) void outbox.send();
  };
  const halt = (event: SyncEvent): void => {
    if (halted) return;
    stop();
    tell(event);
  };

  const outbox = createOutbox({
    api,
    queue,
    drawn: (run) => page.drawn(run),
    heard,
    changed: refresh,
    answered,
    refused,
  });
  const log = createLog({
    api,
    records,
    visible: () => page.visible(),
    heard,
    loaded(state) {
      const waiting = new Set(outbox.changes.map((change) => change.id));
      for (const { id } of store.pending) if (!waiting.has(id)) store.withdraw(id); // answered, so it is in there
      store.load(state);
      advanced();
    },
    came(entries) {
      // Own ones stay in the outbox until their answer is here: it says what was dropped or kept.
      for (const { id } of entries) remember(id);
      store.advance(entries);
      advanced();
    },
    reloaded: () => tell({ kind: "reloaded" }),
    outdated: () => halt({ kind: "outdated" }),
    refused: ({ problem }) => halt({ kind: "gone", problem }),
  });

  function answered(change: Outgoing, { seq, dropped, kept }: Answer): void {
    const { id, label, ops, undo } = change;
    const plain =
      undo === undefined && dropped.length === 0 && !ops.some((op) => SIGNED_BY_SERVER.includes(op.type));
    const next = plain && seq === log.seq + 1;
    if (next) remember(id); // what it takes back is known only while it is pending
    if (next && store.confirm(id)) {
      log.step();
      advanced();
    } else if (seq > log.seq) {
      void log.reach(seq);
    } else {
      store.withdraw(id); // the log was read meanwhile, and it was in there
    }
    if (dropped.length > 0) tell({ kind: "dropped", label, dropped });
    if (kept.length > 0) tell({ kind: "kept", label, kept });
  }

  function refused(change: Outgoing, { status: code, problem }: Refusal): void {
    if ([401, 403, 404].includes(code) && problem.place !== "undo") {
      halt({ kind: "gone", problem });
      return;
    }
    for (const { id } of outbox.changes.filter((one) => one.id === change.id || one.undo === change.id)) {
      outbox.drop(id);
      store.withdraw(id);
      history.forget(id);
    }
    tell({ kind: "history" });
    tell({ kind: "refused", label: change.label, problem });
    void log.pull(); // what the page did not know is why
  }

  function remember(id: string): void {
    const inverse = store.inverse(id);
    if (inverse !== null) inverses.set(id, inverse);
  }

  // Undo and redo: the page takes back what never left it, and asks the server for the rest.

  const revert = (id: string, label: string): Step => {
    const waiting = outbox.changes.find((change) => change.id === id);
    if (waiting === undefined || outbox.wasSent(id)) {
      return make({ id: uuid(), label, undo: id, ops: store.inverse(id) ?? inverses.get(id) ?? [] });
    }
    outbox.drop(id);
    store.withdraw(id);
    return { how: "again", change: waiting, label };
  };
  const make = (change: Outgoing): Step => {
    store.take([change]);
    remember(change.id);
    outbox.add(change);
    return { how: "revert", change: change.id, label: change.label };
  };
  const perform = (step: Step): Step =>
    step.how === "revert" ? revert(step.change, step.label) : make({ ...step.change, id: uuid() });
  const travel = (way: "undo" | "redo"): string | null => {
    const label = history[way](perform);
    tell({ kind: "history" });
    return label;
  };

  const wake = (): void => {
    void outbox.send();
    void log.poll();
  };

  const readFirst = async (): Promise<void> => {
    while (log.seq < 0 && !halted) {
      try {
        await log.read();
      } catch (error) {
        heard(error instanceof Refusal);
        if (error instanceof Refusal && isFinal(error)) {
          halt({ kind: "gone", problem: error.problem });
          throw error;
        }
        await new Promise((resolve) => setTimeout(resolve, FIRST_READ_RETRY_MS));
      }
    }
  };

  function stop(): void {
    halted = true;
    unlisten();
    outbox.stop();
    log.stop();
    status.stop();
  }

  function on(listener: (event: SyncEvent) => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  return {
    async start() {
      // Nothing is sent, shown as saved or edited before what an earlier page left is taken up: it comes first (rule C7).
      const [taken] = await Promise.all([(left ?? queue.load()).catch(() => []), readFirst()]);
      store.take(taken);
      outbox.take(taken);
      const unwake = page.onWake(wake);
      const unguard = page.guard(() => !queue.durable && outbox.changes.length > 0);
      unlisten = () => {
        unwake();
        unguard();
      };
      if (halted) return;
      void outbox.send();
      log.pollLater();
    },
    stop,
    submit(label, ops) {
      const change = { id: uuid(), label, ops };
      inverses.set(change.id, store.append(change).inverse);
      history.made(change.id, label);
      outbox.add(change);
      tell({ kind: "history" });
      return change.id;
    },
    undo: () => travel("undo"),
    redo: () => travel("redo"),
    settled: () =>
      new Promise((resolve) => {
        const look = (): boolean => {
          const { kind } = status.current;
          const over = outbox.changes.length === 0 || halted || kind === "offline" || kind === "unsaved";
          if (over) resolve(outbox.changes.length === 0);
          return over;
        };
        if (look()) return;
        const done = on((event) => {
          if (event.kind === "status" && look()) done();
        });
      }),
    on,
    get undoable() {
      return history.undoable;
    },
    get redoable() {
      return history.redoable;
    },
    get status() {
      return status.current;
    },
    get seq() {
      return log.seq;
    },
  };
}
