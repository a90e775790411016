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
  ann.connection.calls.filter((call) => call.startsWith("GET friction/?prices=0")).length;

describe("friction", () => {
  it("is asked for at the start and within half a second of an edit", async () => {
    expect(friction.analysis.seq).toBe(0);
    server.findings = [{ fingerprint: "f" }];
    rename("A");
    await vi.advanceTimersByTimeAsync(500);
    expect(friction.analysis).toMatchObject({ seq: 1, findings: [{ fingerprint: "f" }] });
  });

  it("asks once for edits that follow one another quickly", async () => {
    const before = asked();
    for (let i = 0; i < 10; i++) {
      rename(`T${i}`);
      await vi.advanceTimersByTimeAsync(10);
    }
    await vi.advanceTimersByTimeAsync(300);
    expect(friction.analysis.seq).toBe(10);
    expect(asked() - before).toBeLessThanOrEqual(2);
  });

  it.each([
    ["as keys are held", 30, 100, 3],
    ["at the pace of a hand", 450, 20, 9],
  ])(
    "leaves a server that takes long alone four times as long while edits go on %s",
    async (_, pace, edits, most) => {
      const get = ann.connection.get.bind(ann.connection);
      ann.connection.get = async (path) => {
        const answer = await get(path);
        if (path.startsWith("friction/")) await new Promise((done) => setTimeout(done, 250));
        return answer;
      };
      rename("A");
      await vi.advanceTimersByTimeAsync(1000);
      const before = asked();
      for (let i = 0; i < edits; i++) {
        rename(`T${i}`);
        await vi.advanceTimersByTimeAsync(pace);
      }
      expect(asked() - before).toBeLessThanOrEqual(most); // back to back it would be a dozen, or one for each
      expect(asked() - before).toBeGreaterThanOrEqual(2); // nor is it left waiting
      await vi.advanceTimersByTimeAsync(950); // a rest, and the answer
      expect(friction.analysis.seq).toBe(edits + 1);
      await vi.advanceTimersByTimeAsync(1000);
      const rested = asked();
      rename("B");
      await vi.advanceTimersByTimeAsync(100);
      expect(asked()).toBe(rested + 1);
    },
  );

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

  it("asks for what the answer before did not say, and shows the whole", async () => {
    const get = ann.connection.get.bind(ann.connection);
    const [a, b, c] = ["a", "b", "c"].map((fingerprint) => ({ fingerprint, steps: ["c1"] }));
    const answers = [
      { state: "one", findings: [a, b], unknown: [] },
      { state: "two", since: "one", findings: [c, [1, 2]], unknown: [] },
      { state: "three", since: "two", findings: [[0, 2]], unknown: [] },
      { state: "four", findings: [a], unknown: [] }, // a server that started anew
    ];
    const since: string[] = [];
    ann.connection.get = (path) => {
      const asked = /^friction\/\?prices=0&.*since=(\w*)$/.exec(path);
      if (asked === null) return get(path);
      since.push(asked[1] ?? "");
      return Promise.resolve({ seq: server.seq, ...answers[since.length - 1] });
    };
    const found: (readonly string[])[] = [];
    for (const title of ["A", "B", "C", "D"]) {
      rename(title);
      await vi.advanceTimersByTimeAsync(500);
      found.push(friction.analysis.findings.map(({ fingerprint }) => fingerprint));
    }
    expect(since).toEqual(["", "one", "two", "three"]);
    expect(found).toEqual([["a", "b"], ["c", "b"], ["c", "b"], ["a"]]);
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

describe("prices", () => {
  type Body = Record<string, unknown>;
  /** Answers of the server that are held back until the test lets them go, oldest first. */
  let held: { path: string; body: Body; letGo: () => void }[];
  const priced = (path: string): boolean => path.includes("prices=1");
  const minutes = (): (number | null | undefined)[] =>
    friction.analysis.findings.map((one) => one.customer_min);
  const finding = (fingerprint: string, customer_min: number | null) => ({
    fingerprint,
    customer_min,
    employee_min: customer_min,
  });
  const edit = async (title: string, ...found: string[]): Promise<void> => {
    server.findings = found.map((one) => finding(one, null));
    rename(title);
    await vi.advanceTimersByTimeAsync(200);
  };
  /** Nobody edits for a while: prices are asked for. */
  const rest = () => vi.advanceTimersByTimeAsync(1000);
  const letGo = async (): Promise<void> => {
    held.shift()?.letGo();
    await vi.advanceTimersByTimeAsync(50);
  };

  beforeEach(() => {
    held = [];
    const get = ann.connection.get.bind(ann.connection);
    ann.connection.get = async (path) => {
      const answer = (await get(path)) as Body;
      if (!priced(path)) return answer;
      const findings = (answer.findings as { fingerprint: string }[]).map((one) =>
        finding(one.fingerprint, (answer.seq as number) * 10),
      );
      const body = {
        ...answer,
        findings: findings.toReversed(),
        pairs: [{ irritant: `c${String(answer.seq)}` }],
      };
      return new Promise((resolve) => held.push({ path, body, letGo: () => resolve(body) }));
    };
  });

  it("come after the findings, with the order and the pairs", async () => {
    await edit("A", "x", "y");
    expect(friction.analysis).toMatchObject({ seq: 1, prices: null });
    expect(minutes()).toEqual([null, null]);
    await rest();
    await letGo();
    expect(friction.analysis.prices).toMatchObject({ seq: 1, pairs: [{ irritant: "c1" }] });
    expect(friction.analysis.findings.map((one) => one.fingerprint)).toEqual(["y", "x"]);
    expect(minutes()).toEqual([10, 10]);
  });

  it("that are late never stand over newer findings, but are better than none", async () => {
    await edit("A", "x");
    await rest();
    await edit("B", "z", "x");
    expect(friction.analysis.seq).toBe(2);
    await letGo(); // of the first edit
    expect(friction.analysis.seq).toBe(2);
    expect(friction.analysis.findings.map((one) => one.fingerprint)).toEqual(["z", "x"]);
    expect(minutes()).toEqual([null, 10]);
    expect(friction.analysis.prices?.seq).toBe(1);
    await rest();
    await letGo(); // of the second
    expect(minutes()).toEqual([20, 20]);
    expect(friction.analysis.prices?.seq).toBe(2);
  });

  it("and their order stay while the next are worked out", async () => {
    await edit("A", "x", "y");
    await rest();
    await letGo();
    await edit("B", "x", "y", "z");
    expect(friction.analysis.findings.map((one) => one.fingerprint)).toEqual(["y", "x", "z"]);
    expect(minutes()).toEqual([10, 10, null]);
    expect(friction.analysis).toMatchObject({ seq: 2, prices: { seq: 1 } });
  });

  it("are asked for one at a time, and findings never wait for them", async () => {
    await edit("A", "x");
    await rest();
    for (const title of ["B", "C", "D"]) await edit(title, "x");
    expect(friction.analysis.seq).toBe(4);
    await rest();
    expect(held).toHaveLength(1);
    await letGo();
    expect(held).toHaveLength(1); // the newest, not those between
    expect(held[0]?.body.seq).toBe(4);
  });

  it("wait until nobody edits: they are much work for the server", async () => {
    await edit("A", "x");
    await rest();
    await letGo();
    for (const title of ["B", "C", "D", "E"]) await edit(title, "x");
    expect(held).toHaveLength(0);
    await rest();
    expect(held.map(({ body }) => body.seq)).toEqual([5]);
  });

  it("wait for edits that come after the findings too, yet not for ever", async () => {
    await edit("A", "x");
    await letGo(); // the first prices are asked for at once
    const asked = async (milliseconds: number): Promise<number> => {
      for (let passed = 0; passed < milliseconds; passed += 300) {
        rename(`T${String(passed)}`);
        await vi.advanceTimersByTimeAsync(300);
      }
      return held.length;
    };
    expect(await asked(6000)).toBe(0);
    expect(await asked(6000)).toBe(1);
  });

  it("that took long wait a minute, where edits never rest", async () => {
    await edit("A", "x");
    await rest();
    await vi.advanceTimersByTimeAsync(1000); // about one and a half second, with what was left of the rest
    await letGo();
    const asked = async (milliseconds: number): Promise<number> => {
      for (let passed = 0; passed < milliseconds; passed += 300) {
        rename(`T${String(passed)}`);
        await vi.advanceTimersByTimeAsync(300);
      }
      return held.length;
    };
    expect(await asked(50_000)).toBe(0);
    expect(await asked(20_000)).toBe(1);
  });

  it("that speak of an older state than was asked for are asked for again, later", async () => {
    await edit("A", "x");
    await rest();
    await letGo();
    const get = ann.connection.get.bind(ann.connection);
    ann.connection.get = (path) =>
      priced(path) ? Promise.resolve({ seq: 1, findings: [], unknown: [] }) : get(path);
    await edit("B", "x");
    await rest();
    ann.connection.get = get;
    await vi.advanceTimersByTimeAsync(4000);
    expect(held.map(({ body }) => body.seq)).toEqual([2]);
  });

  it("of a log that began anew are let go", async () => {
    await edit("A", "x");
    server.restore(0);
    await vi.advanceTimersByTimeAsync(4000);
    await letGo(); // still of the first log
    expect(friction.analysis.prices).toBeNull();
  });
});
