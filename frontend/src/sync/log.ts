/** How far this page knows the server's log, and how it learns the rest: after every gap it asks (rule C8). */
import type { State } from "../model/records";
import { Refusal, type Api } from "./api";
import { PROTOCOL, readPage, readSnapshot, type Entry } from "./wire";

export interface Log {
  /** -1 before anything was read. */
  readonly seq: number;
  /** Reads all records anew. Throws as `Api` does. */
  read(): Promise<void>;
  /** Fetches what came after `seq`; never throws. */
  pull(): Promise<void>;
  /** Pulls until the log is known up to there. */
  reach(seq: number): Promise<void>;
  /** The log goes on with a change that this page knows by itself. */
  step(): void;
  /** Pulls every few seconds while the page is seen, the first time at once. */
  poll(): Promise<void>;
  /** The same, the first time in a few seconds: all was just read. */
  pollLater(): void;
  stop(): void;
}

interface Options {
  readonly api: Api;
  /** Asked for before: the first read takes them. */
  readonly records: Promise<unknown> | undefined;
  readonly visible: () => boolean;
  readonly loaded: (state: State) => void;
  readonly came: (entries: readonly Entry[]) => void;
  /** The history was another, and all was read again. */
  readonly reloaded: () => void;
  readonly outdated: () => void;
  readonly refused: (refusal: Refusal) => void;
  readonly heard: (reachable: boolean) => void;
}

export const POLL_MS = 3000;

export function createLog(options: Options): Log {
  const { api, visible, loaded, came, reloaded, outdated, refused, heard } = options;
  let { records } = options;
  let seq = -1;
  let epoch = "";
  let stopped = false;
  let pulling: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const fetchPages = async (): Promise<void> => {
    for (let more = true; more && !stopped;) {
      const page = readPage(await api.get(`changes/?after=${seq}`));
      heard(true);
      const fresh = page.changes.filter((entry) => entry.seq > seq);
      const gap = fresh.some((entry, i) => entry.seq !== seq + 1 + i);
      if (page.epoch !== epoch || page.seq < seq || gap) {
        await log.read();
        reloaded();
        return;
      }
      seq = fresh.at(-1)?.seq ?? seq;
      if (fresh.length > 0) came(fresh);
      more = page.more && fresh.length > 0;
    }
  };

  const log: Log = {
    get seq() {
      return seq;
    },
    async read() {
      const asked = records ?? api.get("records/");
      records = undefined;
      const snapshot = readSnapshot(await asked);
      heard(true);
      if (snapshot.protocol !== PROTOCOL) {
        outdated();
        return;
      }
      seq = snapshot.seq;
      epoch = snapshot.epoch;
      loaded(snapshot.state);
    },
    pull() {
      pulling ??= fetchPages()
        .catch((error: unknown) => {
          heard(error instanceof Refusal);
          if (error instanceof Refusal && [401, 403, 404].includes(error.status)) refused(error);
        })
        .finally(() => (pulling = null));
      return pulling;
    },
    async reach(wanted) {
      // A pull that is under way may have been answered before the wanted change was in the log.
      if (pulling !== null) await pulling;
      if (seq < wanted) await log.pull();
    },
    step() {
      seq += 1;
    },
    async poll() {
      clearTimeout(timer);
      if (stopped) return;
      if (visible()) await log.pull();
      log.pollLater();
    },
    pollLater() {
      clearTimeout(timer);
      if (!stopped) timer = setTimeout(() => void log.poll(), POLL_MS);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
  return log;
}
