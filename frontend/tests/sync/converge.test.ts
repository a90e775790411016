/** Random schedules over connections that lose, double and delay: everyone ends with the server's state (C1 to C9, C11). */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ChangeError } from "../../src/model/apply";
import type { Op, State } from "../../src/model/records";
import { memoryQueue, type Queue } from "../../src/sync/queue";
import { openPage, plain, told, type Client } from "../fake/client";
import { randomEdit } from "../fake/edits";
import { random, type Pick } from "../fake/random";
import { FakeServer, type Fate } from "../fake/server";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const SEEDS = Array.from({ length: 60 }, (_, seed) => seed);
const FATES: readonly Fate[] = ["fine", "fine", "fine", "lost", "answer lost", "doubled", "down"];

/** A person with a page that can be closed and opened again over the same queue. */
interface Person {
  readonly name: string;
  readonly queue: Queue;
  client: Client;
  /** Ids submitted, and how many were taken back on the page before they left it. */
  submitted: string[];
  rough: boolean;
}

async function schedule(
  seed: number,
  names: readonly string[],
  steps: number,
): Promise<[FakeServer, Person[]]> {
  const pick = random(seed);
  const server = new FakeServer();
  const people = names.map((name): Person => {
    const queue = memoryQueue();
    return { name, queue, client: openPage(server, name, queue), submitted: [], rough: false };
  });
  for (const person of people) roughen(person, pick);
  await Promise.all([...people.map(({ client }) => client.sync.start()), vi.advanceTimersByTimeAsync(100)]);

  for (let i = 0; i < steps; i++) {
    const person = people[pick(people.length)]!;
    await act(server, person, pick);
    if (pick(3) === 0) await vi.advanceTimersByTimeAsync(pick(4000));
  }
  for (const person of people) {
    person.rough = false;
    person.client.wake();
  }
  await vi.advanceTimersByTimeAsync(120_000);
  for (const { client } of people) client.sync.stop();
  return [server, people];
}

function roughen(person: Person, pick: Pick): void {
  person.client.connection.fate = () => (person.rough ? (FATES[pick(FATES.length)] ?? "fine") : "fine");
  person.client.connection.delay = () => (person.rough ? pick(1500) : 5);
}

async function act(server: FakeServer, person: Person, pick: Pick): Promise<void> {
  const { client } = person;
  switch (pick(12)) {
    case 0:
    case 1:
      client.sync.undo();
      break;
    case 2:
      client.sync.redo();
      break;
    case 3:
      person.rough = !person.rough;
      break;
    case 4: // the page is closed and opened again
      if (pick(3) !== 0) break;
      client.sync.stop();
      await vi.advanceTimersByTimeAsync(pick(2) * 5000); // what was under way comes to its end, or not
      person.client = openPage(server, person.name, person.queue);
      roughen(person, pick);
      await Promise.all([person.client.sync.start(), vi.advanceTimersByTimeAsync(30_000)]);
      break;
    default:
      try {
        const ops = randomEdit(client.store.state, pick);
        if (ops.length > 0) person.submitted.push(client.sync.submit("Edit", ops));
      } catch (error) {
        if (!(error instanceof ChangeError)) throw error; // shares that don't fit: said to the person at once
      }
  }
}

describe("random schedules", () => {
  it.each(SEEDS)(
    "seed %i: all converge, each change is in the log at most once, nothing waits",
    async (seed) => {
      const [server, people] = await schedule(seed, ["ann", "bob", "eve"].slice(0, 2 + (seed % 2)), 60);
      expect(new Set(server.ids).size).toBe(server.ids.length);
      for (const { client, queue } of people) {
        expect(client.sync.status, client.name).toEqual({ kind: "saved" });
        expect(plain(client.store.state), client.name).toEqual(plain(server.state));
        expect(client.store.pending).toEqual([]);
        expect(await queue.load()).toEqual([]);
        expect(told(client, "gone")).toEqual([]);
      }
    },
  );

  it.each(SEEDS.slice(0, 30))(
    "seed %i: alone, nothing that was shown is lost through loss and reload",
    async (seed) => {
      const pick = random(1000 + seed);
      const server = new FakeServer();
      const queue = memoryQueue();
      const made: string[] = [];
      let person: Person = {
        name: "ann",
        queue,
        client: openPage(server, "ann", queue),
        submitted: made,
        rough: true,
      };
      for (let life = 0; life < 6; life++) {
        roughen(person, pick);
        await Promise.all([person.client.sync.start(), vi.advanceTimersByTimeAsync(40_000)]);
        for (let i = 0; i < 5; i++) {
          const ops = randomEdit(person.client.store.state, pick);
          try {
            if (ops.length > 0) made.push(person.client.sync.submit("Edit", ops));
          } catch (error) {
            if (!(error instanceof ChangeError)) throw error;
          }
          await vi.advanceTimersByTimeAsync(pick(300));
        }
        const shown = plain(person.client.store.state);
        person.client.sync.stop();
        await vi.advanceTimersByTimeAsync(10_000);
        person = { ...person, client: openPage(server, "ann", queue), rough: life < 4 };
        if (life < 5) continue;
        await Promise.all([person.client.sync.start(), vi.advanceTimersByTimeAsync(60_000)]);
        expect(plain(person.client.store.state)).toEqual(shown);
      }
      expect(server.ids).toEqual(made); // all of them, in order
      person.client.sync.stop();
    },
  );

  it.each(SEEDS.slice(0, 40))("seed %i: undo leaves what others wrote last", async (seed) => {
    const [server] = await schedule(2000 + seed, ["ann", "bob"], 50);
    for (const entry of server.log) {
      if (entry.answer.kept === undefined) continue; // not an undo
      const before = server.log.filter((one) => one.seq < entry.seq);
      const undone = before.find((one) => one.id === entry.undo)!;
      for (const op of entry.ops) {
        if (op.op !== "set") continue;
        const last = before.findLast((one) => one.ops.some((other) => writes(other, op)));
        const between = last !== undefined && last.seq > undone.seq && last.author !== entry.author;
        expect(between, `${entry.seq} overwrites ${last?.seq ?? 0}`).toBe(false);
      }
    }
  });
});

const writes = (op: Op, { type, id, field }: Op & { op: "set" }): boolean =>
  op.op === "set" && op.type === type && op.id === id && op.field === field;

describe("the store", () => {
  it.each(SEEDS.slice(0, 20))(
    "seed %i: shows the same whether changes are confirmed one by one or read anew",
    (seed) => {
      const pick = random(seed);
      const server = new FakeServer();
      let state: State = server.state;
      for (let i = 0; i < 30; i++) {
        const ops = randomEdit(state, pick);
        try {
          server.post("ann", { id: String(i), label: "", ops });
        } catch {
          continue;
        }
        state = server.state;
      }
      const replayed = new FakeServer();
      for (const { id, label, ops } of server.log) replayed.post("bob", { id, label, ops });
      expect(plain(replayed.state)).toEqual(plain(server.state));
    },
  );
});
