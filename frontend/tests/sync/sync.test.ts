/** Changes out, changes in, and what a person is told of it; names begin with the rule of docs/changes.md. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { put, remove, set } from "../../src/model/records";
import { memoryQueue } from "../../src/sync/queue";
import { openPage, plain, told, type Client } from "../fake/client";
import { FakeServer, refusal } from "../fake/server";

let server: FakeServer;
let opened: Client[];

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeServer();
  opened = [];
});
afterEach(() => {
  for (const client of opened) client.sync.stop();
  vi.useRealTimers();
});

const after = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
async function open(name: string, queue = memoryQueue()): Promise<Client> {
  const client = openPage(server, name, queue);
  opened.push(client);
  const ready = client.sync.start();
  await after(50);
  await ready;
  return client;
}
const title = (client: Client, id: string): string | undefined => client.store.state.step.get(id)?.title;
const rename = (client: Client, id: string, to: string): string =>
  client.sync.submit("Rename", [set("step", id, "title", to)]);

describe("what goes out", () => {
  it("C7: shows at once, says saved only after the answer", async () => {
    const ann = await open("ann");
    rename(ann, "c1", "Calls");
    expect(title(ann, "c1")).toBe("Calls");
    expect(ann.sync.status).toEqual({ kind: "saving", count: 1 });
    expect(server.seq).toBe(0);
    await after(20);
    expect(ann.sync.status).toEqual({ kind: "saved" });
    expect(server.state.step.get("c1")?.title).toBe("Calls");
  });

  it("C7: sends one at a time, in order", async () => {
    const ann = await open("ann");
    const ids = ["A", "B", "C"].map((name) => rename(ann, "c1", name));
    await after(5);
    expect(ann.connection.calls.filter((call) => call.startsWith("POST"))).toHaveLength(1);
    await after(100);
    expect(server.ids).toEqual(ids);
  });

  it("C3: sends again after a lost answer, and it is done once", async () => {
    const ann = await open("ann");
    ann.connection.fate = () => "answer lost";
    ann.sync.submit("Add", [put("step", { id: "s1", lane: "cust", moment: "m1", title: "New" })]);
    await after(200);
    expect(server.seq).toBe(1);
    ann.connection.fate = () => "fine";
    await after(20_000);
    expect(server.seq).toBe(1);
    expect(ann.sync.status).toEqual({ kind: "saved" });
    expect(plain(ann.store.state)).toEqual(plain(server.state));
    expect(await ann.queue.load()).toEqual([]);
  });

  it("says within 3 s that something is not saved, and that the network is gone", async () => {
    const ann = await open("ann");
    ann.connection.delay = () => 10_000;
    rename(ann, "c1", "Calls");
    await after(2500);
    expect(ann.sync.status).toEqual({ kind: "unsaved", count: 1 });
    ann.connection.delay = () => 5;
    ann.connection.fate = () => "lost";
    await after(20_000);
    rename(ann, "c1", "Rings");
    await after(4000);
    expect(ann.sync.status).toMatchObject({ kind: "offline" });
    expect(await ann.sync.settled()).toBe(false);
    ann.connection.fate = () => "fine";
    ann.wake();
    await after(100);
    expect(ann.sync.status).toEqual({ kind: "saved" });
    expect(await ann.sync.settled()).toBe(true);
  });

  it("tries again with growing pauses while the server is busy", async () => {
    const ann = await open("ann");
    ann.connection.fate = () => "down";
    rename(ann, "c1", "Calls");
    await after(60_000);
    const posts = ann.connection.calls.filter((call) => call.startsWith("POST")).length;
    expect(posts).toBeGreaterThan(4);
    expect(posts).toBeLessThan(50);
    expect(ann.sync.status).toEqual({ kind: "unsaved", count: 1 });
  });

  it("C7: what was not answered survives a reload", async () => {
    const queue = memoryQueue();
    const ann = await open("ann", queue);
    ann.connection.fate = () => "lost";
    rename(ann, "c1", "Calls");
    ann.sync.submit("Add", [put("step", { id: "s1", lane: "cust", moment: "m1", title: "New" })]);
    await after(100);
    ann.sync.stop();
    const again = await open("ann", queue);
    expect([title(again, "c1"), title(again, "s1")]).toEqual(["Calls", "New"]);
    await after(100);
    expect(server.log.map((entry) => entry.label)).toEqual(["Rename", "Add"]);
    expect(await queue.load()).toEqual([]);
  });

  it("asks before the page is closed only where the browser keeps nothing", async () => {
    const [ann, bob] = [await open("ann"), await open("bob", { ...memoryQueue(), durable: true })];
    for (const client of [ann, bob]) rename(client, "c1", "Calls");
    expect([ann.asksToStay(), bob.asksToStay()]).toEqual([true, false]);
    await after(100);
    expect(ann.asksToStay()).toBe(false);
  });

  it("a change the server refuses is taken off, with everything it showed, and said", async () => {
    const [ann, bob] = [await open("ann"), await open("bob")];
    ann.connection.delay = () => 100;
    bob.sync.submit("Delete", [remove("lane", "front")]);
    ann.sync.submit("Add", [put("step", { id: "s1", lane: "front", moment: "m1", title: "New" })]);
    rename(ann, "c1", "Calls");
    expect(title(ann, "s1")).toBe("New");
    await after(1000);
    expect(title(ann, "s1")).toBeUndefined();
    expect(title(ann, "c1")).toBe("Calls");
    expect(told(ann, "refused")).toMatchObject([{ label: "Add", problem: { place: "ops[0].record.lane" } }]);
    expect(ann.sync.status).toEqual({ kind: "saved" });
    expect(plain(ann.store.state)).toEqual(plain(server.state));
    expect(ann.sync.undoable).toBe("Rename");
  });

  it("C5: says what was dropped", async () => {
    const [ann, bob] = [await open("ann"), await open("bob")];
    ann.connection.delay = () => 100;
    bob.sync.submit("Delete", [remove("step", "c1")]);
    rename(ann, "c1", "Calls");
    await after(1000);
    expect(told(ann, "dropped")).toMatchObject([{ label: "Rename", dropped: [{ reason: "gone" }] }]);
    expect(plain(ann.store.state)).toEqual(plain(server.state));
  });

  it("stops where the blueprint is gone, and keeps what is unsaved", async () => {
    const ann = await open("ann");
    ann.connection.post = () => Promise.reject(refusal(404, "", "in the bin"));
    rename(ann, "c1", "Calls");
    await after(10_000);
    expect(told(ann, "gone")).toMatchObject([{ problem: { message: "in the bin" } }]);
    expect(title(ann, "c1")).toBe("Calls");
    expect(await ann.queue.load()).toHaveLength(1);
    expect(ann.sync.status).not.toEqual({ kind: "saved" });
  });

  it("a page of a proxy is not an answer", async () => {
    const ann = await open("ann");
    const honest = ann.connection.post.bind(ann.connection);
    ann.connection.post = () => Promise.resolve({ hello: "sign in to the wifi" });
    rename(ann, "c1", "Calls");
    await after(4000);
    expect(ann.sync.status.kind).not.toBe("saved");
    ann.connection.post = honest;
    await after(20_000);
    expect(server.seq).toBe(1);
  });
});

describe("what comes in", () => {
  it("C8: with polling alone the changes of others come in within 3 s", async () => {
    const [ann, bob] = [await open("ann"), await open("bob")];
    for (let i = 0; i < 8; i++) rename(bob, "c1", `Title ${i}`); // more than one page of the log
    await after(3200);
    expect(title(ann, "c1")).toBe("Title 7");
    expect(plain(ann.store.state)).toEqual(plain(server.state));
  });

  it("does not ask while nobody looks, and asks at once when somebody does", async () => {
    const [ann, bob] = [await open("ann"), await open("bob")];
    ann.visible = false;
    rename(bob, "c1", "Calls");
    const before = ann.connection.calls.length;
    await after(30_000);
    expect(ann.connection.calls.length).toBe(before);
    ann.visible = true;
    ann.wake();
    await after(20);
    expect(title(ann, "c1")).toBe("Calls");
  });

  it("C8: fetches what it missed where an answer does not continue what it knows", async () => {
    const [ann, bob] = [await open("ann"), await open("bob")];
    ann.visible = false;
    rename(bob, "f1", "Helps");
    await after(100);
    ann.visible = true;
    rename(ann, "c1", "Calls");
    await after(100);
    expect(title(ann, "f1")).toBe("Helps");
    expect(plain(ann.store.state)).toEqual(plain(server.state));
  });

  it("C5: the server's order wins: what comes later stays, for both", async () => {
    const [ann, bob] = [await open("ann"), await open("bob")];
    ann.connection.delay = () => 50;
    rename(ann, "c1", "Ann’s");
    rename(bob, "c1", "Bob’s");
    await after(30);
    expect([title(ann, "c1"), title(bob, "c1")]).toEqual(["Ann’s", "Bob’s"]);
    await after(4000);
    expect([title(ann, "c1"), title(bob, "c1")]).toEqual(["Ann’s", "Ann’s"]);
  });

  it("reads everything again where the server has another history, and sends what it lacks", async () => {
    const [ann, bob] = [await open("ann"), await open("bob")];
    rename(bob, "f1", "Helps");
    await after(4000);
    ann.connection.fate = () => "lost";
    rename(ann, "c1", "Calls");
    server.restore(0);
    await after(100);
    ann.connection.fate = () => "fine";
    await after(20_000);
    expect(told(ann, "reloaded")).toHaveLength(1);
    expect([title(ann, "f1"), title(ann, "c1")]).toEqual(["Answers", "Calls"]);
    expect(plain(ann.store.state)).toEqual(plain(server.state));
  });

  it("asks for the page to be loaded again where the server speaks another protocol", async () => {
    server.protocol = 2;
    const ann = await open("ann");
    expect(told(ann, "outdated")).toHaveLength(1);
  });
});

describe("C9: undo and redo", () => {
  it("takes back one's own changes, newest first, and makes them again", async () => {
    const ann = await open("ann");
    rename(ann, "c1", "One");
    await after(50);
    ann.sync.submit("Add", [put("step", { id: "s1", lane: "cust", moment: "m1", title: "New" })]);
    await after(50);
    expect(ann.sync.undo()).toBe("Add");
    expect(title(ann, "s1")).toBeUndefined(); // at once
    await after(50);
    expect(ann.sync.undo()).toBe("Rename");
    await after(50);
    expect(title(ann, "c1")).toBe("Asks");
    expect([ann.sync.undoable, ann.sync.redoable]).toEqual([null, "Rename"]);
    expect(ann.sync.redo()).toBe("Rename");
    expect(ann.sync.redo()).toBe("Add");
    expect(ann.sync.redo()).toBeNull();
    await after(100);
    expect([title(ann, "c1"), title(ann, "s1")]).toEqual(["One", "New"]);
    expect(plain(ann.store.state)).toEqual(plain(server.state));
    expect(server.log.map((entry) => entry.label)).toEqual([
      "Rename",
      "Add",
      "Add",
      "Rename",
      "Rename",
      "Add",
    ]);
  });

  it("undo, undo, copy, redo, redo leaves the document as it was; a new edit clears what could be redone", async () => {
    const ann = await open("ann");
    rename(ann, "c1", "One");
    ann.sync.submit("Delete", [remove("step", "f1")]);
    await after(100);
    const before = plain(ann.store.state);
    ann.sync.undo();
    ann.sync.undo();
    await after(100);
    expect(title(ann, "f1")).toBe("Answers");
    ann.sync.redo();
    ann.sync.redo();
    await after(100);
    expect(plain(ann.store.state)).toEqual(before);
    ann.sync.undo();
    rename(ann, "c1", "Two");
    expect(ann.sync.redoable).toBeNull();
    await after(100);
    expect(plain(ann.store.state)).toEqual(plain(server.state));
  });

  it("what has not left the page is taken back by the page itself, and made again by it", async () => {
    const ann = await open("ann");
    ann.connection.delay = () => 500;
    rename(ann, "c1", "On its way");
    rename(ann, "f1", "Waits");
    expect(ann.sync.undo()).toBe("Rename");
    expect([title(ann, "c1"), title(ann, "f1")]).toEqual(["On its way", "Answers"]);
    ann.sync.undo(); // this one is on its way
    expect(title(ann, "c1")).toBe("Asks");
    ann.sync.redo();
    ann.sync.redo();
    expect([title(ann, "c1"), title(ann, "f1")]).toEqual(["On its way", "Waits"]);
    await after(10_000);
    expect([title(ann, "c1"), title(ann, "f1")]).toEqual(["On its way", "Waits"]);
    expect(server.log.map((entry) => entry.ops.length)).toEqual([1, 1]); // no undo ever went out
    expect(plain(ann.store.state)).toEqual(plain(server.state));
  });

  it("leaves alone what someone else has changed since, and tells it", async () => {
    const [ann, bob] = [await open("ann"), await open("bob")];
    ann.sync.submit("Edit", [set("step", "c1", "title", "Ann’s"), set("step", "c1", "work_min", 4)]);
    await after(4000);
    rename(bob, "c1", "Bob’s");
    await after(4000);
    ann.sync.undo();
    await after(100);
    expect(ann.store.state.step.get("c1")).toMatchObject({ title: "Bob’s", work_min: null });
    expect(told(ann, "kept")).toHaveLength(1);
    expect(plain(ann.store.state)).toEqual(plain(server.state));
  });

  it("a refused change can't be undone, nor what waits to undo it be sent", async () => {
    const [ann, bob] = [await open("ann"), await open("bob")];
    ann.connection.delay = () => 100;
    bob.sync.submit("Delete", [remove("lane", "front")]);
    ann.sync.submit("Add", [put("step", { id: "s1", lane: "front", moment: "m1", title: "New" })]);
    ann.sync.undo();
    await after(1000);
    expect(told(ann, "refused")).toHaveLength(1);
    expect([ann.sync.undoable, ann.sync.redoable]).toEqual([null, null]);
    expect(ann.sync.status).toEqual({ kind: "saved" });
    expect(plain(ann.store.state)).toEqual(plain(server.state));
  });
});
