/** What the page asked for before there was anything to take it: taken once, asked for again where it could not be had. */
import { afterEach, expect, it, vi } from "vitest";
import { stateOf } from "../../src/model/apply";
import { put } from "../../src/model/records";
import { createStore } from "../../src/model/store";
import { memoryQueue, type Outgoing } from "../../src/sync/queue";
import { createSync, type Options, type Sync } from "../../src/sync/sync";
import { connect, FakeServer } from "../fake/server";

const left: Outgoing = {
  id: "c1",
  label: "Edit",
  ops: [put("tool", { id: "t1", title: "CRM" })],
};

let sync: Sync | undefined;
afterEach(() => {
  sync?.stop();
  vi.useRealTimers();
});

function begin(asked: (api: Options["api"]) => Pick<Options, "records" | "left">) {
  const store = createStore(stateOf());
  const connection = connect(new FakeServer(), "ann");
  const options = { store, api: connection, queue: memoryQueue(), ...asked(connection) };
  connection.calls.length = 0;
  sync = createSync(options);
  return { sync, store, connection };
}

it("takes what was asked for, without asking again", async () => {
  const { sync, store, connection } = begin((api) => ({
    records: api.get("records/"),
    left: Promise.resolve([left]),
  }));
  await sync.start();
  expect(connection.calls.filter((call) => call.includes("records/"))).toEqual([]);
  expect([...store.state.tool.values()].map(({ title }) => title)).toEqual(["CRM"]);
});

it("asks again where the first question failed", async () => {
  vi.useFakeTimers();
  const { sync, connection } = begin(() => ({ records: Promise.reject(new TypeError("no network")) }));
  const started = sync.start();
  await vi.advanceTimersByTimeAsync(3000);
  await started;
  expect(connection.calls.filter((call) => call.includes("records/"))).toHaveLength(1);
  expect(sync.seq).toBeGreaterThanOrEqual(0);
});
