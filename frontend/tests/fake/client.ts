/** One page of a person, with all that synchronises it, over a connection that a test can break. */
import type { State } from "../../src/model/records";
import { createStore, type Store } from "../../src/model/store";
import { stateOf } from "../../src/model/apply";
import type { Page } from "../../src/sync/page";
import { memoryQueue, type Queue } from "../../src/sync/queue";
import { createSync, type Sync, type SyncEvent } from "../../src/sync/sync";
import { connect, type Connection, type FakeServer } from "./server";

export interface Client {
  readonly name: string;
  readonly store: Store;
  readonly sync: Sync;
  readonly connection: Connection;
  readonly queue: Queue;
  readonly events: SyncEvent[];
  /** Whether the page is on screen. */
  visible: boolean;
  /** As when it is seen again or the network is back. */
  wake(): void;
  /** Whether the page asks before it is closed. */
  asksToStay(): boolean;
}

export function openPage(server: FakeServer, name: string, queue: Queue = memoryQueue()): Client {
  const store = createStore(stateOf());
  const connection = connect(server, name);
  let wake = (): void => undefined;
  let unsafe = (): boolean => false;
  const page: Page = {
    guard(test) {
      unsafe = test;
      return () => (unsafe = () => false);
    },
    drawn: (run: () => void) => run(),
    visible: () => client.visible,
    onWake(listener) {
      wake = listener;
      return () => (wake = () => undefined);
    },
  };
  const sync = createSync({ store, api: connection, queue, page });
  const client: Client = {
    name,
    store,
    sync,
    connection,
    queue,
    events: [],
    visible: true,
    wake: () => wake(),
    asksToStay: () => unsafe(),
  };
  sync.on((event) => client.events.push(event));
  return client;
}

/** As plain objects, for comparing whole states. */
export const plain = (state: State): object =>
  Object.fromEntries(
    Object.entries(state).map(([type, map]) => [
      type,
      Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1))),
    ]),
  );

export const told = (client: Client, kind: SyncEvent["kind"]): SyncEvent[] =>
  client.events.filter((event) => event.kind === kind);
