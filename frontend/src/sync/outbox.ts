/** Changes on their way to the server: sent one at a time, in order, and again until each has its answer (rule C7). */
import { Refusal, type Api } from "./api";
import type { Outgoing, Queue } from "./queue";
import { readAnswer, type Answer } from "./wire";

export interface Outbox {
  readonly changes: readonly Outgoing[];
  /** When the oldest of them was made here or taken up. */
  readonly since: number | null;
  add(change: Outgoing): void;
  /** Takes up what an earlier page left: it may be in the log already. */
  take(left: readonly Outgoing[]): void;
  /** It is in the log, or will never be. */
  drop(id: string): void;
  /** Whether it was ever on its way: then only the server can take it back. */
  wasSent(id: string): boolean;
  /** Sends what waits, unless that is under way. */
  send(): Promise<void>;
  stop(): void;
}

interface Options {
  readonly api: Api;
  readonly queue: Queue;
  readonly answered: (change: Outgoing, answer: Answer) => void;
  /** The server said no for good; the change stays unless it is dropped, and nothing more is sent unless it is. */
  readonly refused: (change: Outgoing, refusal: Refusal) => void;
  /** A call came through, or did not. */
  readonly heard: (reachable: boolean) => void;
  /** Runs something once what was just done can be seen. */
  readonly drawn: (run: () => void) => void;
  /** What waits is another. */
  readonly changed: () => void;
}

const RETRY_MS = 500;
const RETRY_AT_MOST_MS = 15_000;

export function createOutbox({ api, queue, drawn, answered, refused, heard, changed }: Options): Outbox {
  let changes: readonly Outgoing[] = [];
  const made = new Map<string, number>();
  const sent = new Set<string>();
  let sending = false;
  let stopped = false;
  const isStopped = (): boolean => stopped;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;

  /** False where it must be tried again later. */
  const sendOne = async (change: Outgoing): Promise<boolean> => {
    const { id, label, ops, undo } = change;
    sent.add(id);
    try {
      const body = undo === undefined ? { id, label, ops } : { id, label, undo };
      const answer = readAnswer(await api.post("changes/", body));
      outbox.drop(id);
      heard(true);
      answered(change, answer);
      return true;
    } catch (error) {
      heard(error instanceof Refusal); // it answered, if only that it can't
      if (!(error instanceof Refusal) || !isFinal(error)) return false;
      refused(change, error);
      return changes[0] !== change;
    }
  };

  const outbox: Outbox = {
    get changes() {
      return changes;
    },
    get since() {
      return made.get(changes[0]?.id ?? "") ?? null;
    },
    add(change) {
      changes = [...changes, change];
      made.set(change.id, Date.now());
      changed();
      // To keep it and to call take a part of the frame that shows the edit.
      drawn(() => {
        if (made.has(change.id)) void queue.add(change).catch(() => undefined); // the browser keeps nothing: the page still does
        void outbox.send();
      });
    },
    take(left) {
      changes = [...left, ...changes];
      for (const { id } of left) {
        made.set(id, Date.now());
        sent.add(id);
      }
      changed();
    },
    drop(id) {
      if (!made.delete(id)) return;
      changes = changes.filter((change) => change.id !== id);
      void queue.remove(id).catch(() => undefined);
      changed();
    },
    wasSent: (id) => sent.has(id),
    async send() {
      if (sending || isStopped()) return;
      sending = true;
      clearTimeout(retry);
      let going = true;
      for (let change = changes[0]; going && change !== undefined && !isStopped(); change = changes[0]) {
        going = await sendOne(change);
        failures = going ? 0 : failures + 1;
      }
      sending = false;
      if (going || isStopped()) return;
      const wait = Math.min(RETRY_MS * 2 ** (failures - 1), RETRY_AT_MOST_MS);
      retry = setTimeout(() => void outbox.send(), wait * (0.75 + Math.random() / 2)); // a room must not come back as one
    },
    stop() {
      stopped = true;
      clearTimeout(retry);
    },
  };
  return outbox;
}

/** Told so once, told so always; of these, trying again may help. */
export const isFinal = ({ status }: Refusal): boolean =>
  status >= 400 && status < 500 && ![408, 425, 429].includes(status);
