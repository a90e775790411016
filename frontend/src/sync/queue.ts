/**
 * What this browser has made and the server has not answered, kept through reload and loss of network (rule C7).
 * Lies in IndexedDB, in memory where there is none. A page takes up what earlier pages left; two pages that both
 * send one change do no harm (rule C3).
 */
import { uuid } from "../model/ids";
import type { Op } from "../model/records";

/** A change on its way. Of an undo, `ops` is only what the page shows until the answer. */
export interface Outgoing {
  readonly id: string;
  readonly label: string;
  readonly ops: readonly Op[];
  readonly undo?: string;
}

export interface Queue {
  /** What pages that are gone left behind, in the order in which it was made. */
  load(): Promise<readonly Outgoing[]>;
  add(change: Outgoing): Promise<void>;
  remove(id: string): Promise<void>;
  /** Whether what it holds outlives the page. */
  readonly durable: boolean;
}

interface Row {
  readonly blueprint: string;
  /** Rises with every row of a page, and from page to page with the clock. */
  readonly at: number;
  readonly page: string;
  readonly change: Outgoing;
}

const STORE = "pending";

/** There at once, so that the records are read meanwhile; what is asked of it waits until the browser's store is open. */
export function createQueue(blueprint: string): Queue {
  let opened: Queue | null = null;
  const opening = open()
    .then((database) => storedQueue(blueprint, database), memoryQueue)
    .then((queue) => (opened = queue));
  return {
    get durable() {
      return opened?.durable ?? false;
    },
    load: async () => (await opening).load(),
    // In the task of the edit, once it can be: the page may be about to close.
    add: (change) => opened?.add(change) ?? opening.then((queue) => queue.add(change)),
    remove: async (id) => (await opening).remove(id),
  };
}

export function memoryQueue(): Queue {
  const changes = new Map<string, Outgoing>();
  return {
    durable: false,
    load: () => Promise.resolve([...changes.values()]),
    add: (change) => Promise.resolve(void changes.set(change.id, change)),
    remove: (id) => Promise.resolve(void changes.delete(id)),
  };
}

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open("rectoverso", 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(STORE, { keyPath: ["blueprint", "at", "change.id"] });
  };
  return done(request);
}

function storedQueue(blueprint: string, database: IDBDatabase): Queue {
  const page = uuid();
  const keys = new Map<string, IDBValidKey>();
  let last = 0;
  let durable = true;
  hold(page);

  const write = (work: (rows: IDBObjectStore) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, "readwrite");
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => {
        durable = false; // no room left
        reject(transaction.error ?? new Error("the browser keeps nothing"));
      };
      work(transaction.objectStore(STORE));
      transaction.commit(); // at once: the page may be about to close
    });

  return {
    get durable() {
      return durable;
    },
    async load() {
      const range = IDBKeyRange.bound([blueprint], [blueprint, []]);
      const rows = (await done(database.transaction(STORE).objectStore(STORE).getAll(range))) as Row[];
      const living = await held();
      const left = rows.filter((row) => row.page !== page && !living.has(row.page));
      for (const row of left) keys.set(row.change.id, [blueprint, row.at, row.change.id]);
      return left.map((row) => row.change);
    },
    add(change) {
      last = Math.max(Date.now(), last + 1);
      keys.set(change.id, [blueprint, last, change.id]);
      const row: Row = { blueprint, at: last, page, change };
      return write((rows) => void rows.put(row));
    },
    async remove(id) {
      const key = keys.get(id);
      if (key === undefined) return;
      keys.delete(id);
      await write((rows) => void rows.delete(key));
    },
  };
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error("the browser keeps nothing"));
  });

/** On plain http there are no locks: then every page counts as gone. */
const locks = (): LockManager | undefined => (globalThis.navigator as Partial<Navigator> | undefined)?.locks;

const lockName = (page: string): string => `rectoverso ${page}`;

function hold(page: string): void {
  void locks()?.request(lockName(page), () => new Promise(() => undefined)); // until the page is gone
}

async function held(): Promise<ReadonlySet<string>> {
  const names = (await locks()?.query())?.held?.map((lock) => lock.name ?? "") ?? [];
  return new Set(names.map((name) => name.slice(lockName("").length)));
}
