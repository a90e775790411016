/** Findings follow every edit, an older answer never over a newer one. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { set } from "../../src/model/records";
import { createFriction, type Analysis, type Friction } from "../../src/sync/friction";
import { openPage, type Client } from "../fake/client";
import { FakeServer } from "../fake/server";

let server: FakeServer;
let ann: Client;
let friction: Friction;
let seen: Analysis[];

beforeEach(async () => {
  vi.useFakeTimers();
  server = new FakeServer();
  ann = openPage(server, "ann");
  friction = createFriction({ api: ann.connection, sync: ann.sync, language: "en" });
  seen = [];
  friction.subscribe((analysis) => seen.push(analysis));
  await Promise.all([ann.sync.start(), vi.advanceTimersByTimeAsync(100)]);
});
afterEach(() => {
  ann.sync.stop();
  vi.useRealTimers();
});
const rename = (title: string): string => ann.sync.submit("Rename", [set("step", "c1", "title", title)]);
const asked = (): number =>
  ann.connection.calls.filter((call) => call.startsWith("GET friction/?lang=en")).length;

describe("friction", () => {
  it("is asked for at the start and within half a second of an edit", async () => {
    expect(friction.analysis.seq).toBe(0);
    server.findings = [{ fingerprint: "f" }];
    rename("A");
    await vi.advanceTimersByTimeAsync(500);
    expect(friction.analysis).toMatchObject({ seq: 1, findings: [{ fingerprint: "f" }] });
  });

  it("asks one at a time: ten edits in a row don’t make ten questions, and the last one counts", async () => {
    const before = asked();
    ann.connection.delay = () => 20;
    for (let i = 0; i < 10; i++) rename(`T${i}`);
    await vi.advanceTimersByTimeAsync(1000);
    expect(friction.analysis.seq).toBe(10);
    expect(asked() - before).toBeLessThanOrEqual(10);
    expect(seen.map(({ seq }) => seq)).toEqual([...seen.map(({ seq }) => seq)].sort((a, b) => a - b));
  });

  it("an answer that is older than what is shown is not shown", async () => {
    rename("A");
    await vi.advanceTimersByTimeAsync(200);
    const { get } = { get: ann.connection.get.bind(ann.connection) };
    ann.connection.get = (path) =>
      path.startsWith("friction/")
        ? Promise.resolve({ seq: 0, findings: [{ fingerprint: "old" }], unknown: [] })
        : get(path);
    rename("B");
    await vi.advanceTimersByTimeAsync(1000);
    expect(friction.analysis).toMatchObject({ seq: 1, findings: [] });
    ann.connection.get = get;
    await vi.advanceTimersByTimeAsync(4000);
    expect(friction.analysis.seq).toBe(2);
  });

  it("comes back by itself after the network did", async () => {
    ann.connection.fate = () => "lost";
    rename("A");
    await vi.advanceTimersByTimeAsync(5000);
    ann.connection.fate = () => "fine";
    await vi.advanceTimersByTimeAsync(10_000);
    expect(friction.analysis.seq).toBe(1);
  });

  it("starts over where the log counts from before", async () => {
    rename("A");
    rename("B");
    await vi.advanceTimersByTimeAsync(500);
    server.restore(1);
    await vi.advanceTimersByTimeAsync(4000);
    expect(friction.analysis.seq).toBe(1);
  });
});
