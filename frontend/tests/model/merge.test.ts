/** Merging two entries of the library: nothing dangles, nothing else changes, and undo is exact. */
import { describe, expect, it } from "vitest";
import { apply, stateOf } from "../../src/model/apply";
import { mergeOps } from "../../src/model/merge";
import { fieldOf, put, type AnyRecord, type Op, type State, type Type } from "../../src/model/records";
import { namesIn, REFERENCES, TYPES } from "../../src/model/schema";
import { inOrder } from "../../src/model/siblings";
import { LIBRARY_TYPES, type LibraryType } from "../../src/model/usage";
import { plain } from "../fake/client";
import { random, type Pick } from "../fake/random";
import { smallSheet } from "../fake/server";

const shop = (...ops: Op[]): State =>
  apply(smallSheet(), [
    put("tool", { id: "crm", title: "CRM" }),
    put("tool", { id: "crm2", title: "crm " }),
    put("tool", { id: "erp", title: "ERP" }),
    put("information", { id: "adr", title: "Address" }),
    put("information", { id: "adr2", title: "Adress" }),
    put("actor", { id: "ann", title: "Ann" }),
    put("actor", { id: "anna", title: "Anna" }),
    ...ops,
  ]).state;
const merged = (state: State, type: LibraryType, kept: string, gone: string): State =>
  apply(state, mergeOps(state, type, kept, gone)).state;
const list = (state: State, type: Type): AnyRecord[] => inOrder(state[type].values() as Iterable<AnyRecord>);

describe("what is joined", () => {
  it("uses that come to stand side by side, as often as both together; others keep their place", () => {
    const state = merged(
      shop(
        put("use", { id: "u1", step: "f1", tool: "crm" }),
        put("use", { id: "u2", step: "f1", tool: "crm2", times: 2 }),
        put("use", { id: "u3", step: "f1", tool: "erp" }),
        put("use", { id: "u4", step: "f1", tool: "crm2" }),
      ),
      "tool",
      "crm",
      "crm2",
    );
    expect(list(state, "use")).toMatchObject([
      { id: "u1", tool: "crm", times: 3 },
      { id: "u3", tool: "erp" },
      { id: "u4", tool: "crm", times: 1 },
    ]);
  });

  it("a feed that is there twice, and one that would lead from a tool to itself", () => {
    const state = merged(
      shop(
        put("feed", { id: "d1", tool: "crm", information: "adr", to: "erp" }),
        put("feed", { id: "d2", tool: "crm2", information: "adr", to: "erp" }),
        put("feed", { id: "d3", tool: "crm", information: "adr", to: "crm2" }),
        put("feed", { id: "d4", tool: "erp", information: "adr", to: "crm2" }),
      ),
      "tool",
      "crm",
      "crm2",
    );
    expect(list(state, "feed").map(({ id }) => id)).toEqual(["d1", "d4"]);
    expect(state.feed.get("d4")?.to).toBe("crm");
  });

  it("an exchange said twice, keeping what either says; not one in another tool or of another state", () => {
    const exchange = { step: "f1", how: "types" } as const;
    const state = merged(
      shop(
        put("exchange", { id: "x1", ...exchange, information: "adr", tool: "crm" }),
        put("exchange", {
          id: "x2",
          ...exchange,
          information: "adr2",
          tool: "crm",
          work_min: 2,
          state: "late",
        }),
        put("exchange", { id: "x3", ...exchange, information: "adr2", tool: "erp" }),
        put("exchange", { id: "x4", ...exchange, information: "adr2", tool: "crm", state: "missing" }),
      ),
      "information",
      "adr",
      "adr2",
    );
    expect(list(state, "exchange")).toMatchObject([
      { id: "x1", information: "adr", tool: "crm", work_min: 2, state: "late" },
      { id: "x3", information: "adr", tool: "erp" },
      { id: "x4", information: "adr", state: "missing" },
    ]);
  });

  it("what only the one knew stays known, and who has access to either has access", () => {
    const state = merged(
      shop(
        { op: "set", type: "tool", id: "crm2", field: "latency_s", value: 12 },
        { op: "set", type: "tool", id: "crm", field: "actors", value: ["ann"] },
        { op: "set", type: "tool", id: "crm2", field: "actors", value: ["ann", "anna"] },
        { op: "set", type: "actor", id: "anna", field: "about", value: "Knows everyone" },
        { op: "set", type: "lane", id: "front", field: "actor", value: "anna" },
        put("note", { id: "n1", on: "crm2", text: "slow" }),
        put("flag", { id: "g1", on: ["crm", "crm2"], kind: "slow" }),
      ),
      "tool",
      "crm",
      "crm2",
    );
    expect(state.tool.get("crm")).toMatchObject({ title: "CRM", latency_s: 12, actors: ["ann", "anna"] });
    expect(state.note.get("n1")?.on).toBe("crm");
    expect(state.flag.get("g1")?.on).toEqual(["crm"]);
    const people = merged(state, "actor", "ann", "anna");
    expect(people.actor.get("ann")).toMatchObject({ title: "Ann", about: "Knows everyone" });
    expect(people.tool.get("crm")?.actors).toEqual(["ann"]);
    expect(people.lane.get("front")?.actor).toBe("ann");
  });
});

describe("of any sheet", () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))(
    "nothing dangles, nothing else changes (%i)",
    (seed) => {
      const pick = random(seed);
      const before = anySheet(pick);
      const type = LIBRARY_TYPES[pick(LIBRARY_TYPES.length)] ?? "tool";
      const [kept, gone] = [`${type}${pick(2)}`, `${type}${2 + pick(2)}`];
      const made = apply(before, mergeOps(before, type, kept, gone));
      const after = made.state;
      expect(made.dropped).toEqual([]);
      expect(after[type].has(gone)).toBe(false);
      for (const from of TYPES) {
        for (const reference of REFERENCES[from]) {
          for (const record of after[from].values() as Iterable<AnyRecord>) {
            for (const [to, id] of namesIn(reference, fieldOf(record, reference.field))) {
              expect(
                to.some((one) => after[one].has(id)),
                `${from}/${record.id}.${reference.field}`,
              ).toBe(true);
            }
          }
        }
        const rows = from === "use" || from === "exchange" || from === "feed";
        for (const record of before[from].values() as Iterable<AnyRecord>) {
          if (record.id === gone || record.id === kept) continue;
          const now = after[from].get(record.id);
          // A row may be joined to its twin; everything else is there, and only the merged name has changed in it.
          if (now === undefined) expect(rows, `${from}/${record.id}`).toBe(true);
          else if (!rows) expect(spelt(now)).toBe(spelt(renamed(record, kept, gone)));
        }
        expect([...after[from].keys()].every((id) => before[from].has(id as never))).toBe(true);
      }
      for (const step of before.step.keys()) {
        const uses = (state: State): number =>
          [...state.use.values()].reduce((sum, use) => sum + (use.step === step ? use.times : 0), 0);
        expect(uses(after)).toBe(uses(before));
      }
      expect(plain(apply(after, made.inverse).state)).toEqual(plain(before));
    },
  );
});

const spelt = (record: AnyRecord): string => JSON.stringify(Object.entries(record).sort());
const renamed = (record: AnyRecord, kept: string, gone: string): AnyRecord =>
  Object.fromEntries(
    Object.entries(record).map(([field, value]: [string, unknown]) => [
      field,
      Array.isArray(value)
        ? [...new Set((value as unknown[]).map((one) => (one === gone ? kept : one)))]
        : value === gone && field !== "id"
          ? kept
          : value,
    ]),
  ) as unknown as AnyRecord;

/** Four of each kind in the library, and everything that may name them, at random. */
function anySheet(pick: Pick): State {
  const any = (type: string): string => `${type}${pick(4)}`;
  const maybe = (type: string): string | null => (pick(2) === 0 ? null : any(type));
  const ops: Op[] = [];
  for (let i = 0; i < 4; i++) {
    ops.push(
      put("actor", { id: `actor${i}`, title: "A", headcount: pick(2) || null, about: "x".repeat(pick(3)) }),
    );
    ops.push(put("channel", { id: `channel${i}`, title: "C" }));
    const actors = pick(2) === 0 ? null : [any("actor"), `actor${i}`];
    ops.push(
      put("tool", {
        id: `tool${i}`,
        title: "T",
        latency_s: pick(3) || null,
        actors: actors && [...new Set(actors)],
      }),
    );
  }
  for (let i = 0; i < 4; i++) {
    ops.push(put("information", { id: `information${i}`, title: "I", held_in: maybe("tool") }));
    ops.push(put("lane", { id: `lane${i}`, kind: "backstage", title: "L", actor: maybe("actor") }));
  }
  for (let i = 0; i < 6; i++) {
    const step = `step${i}`;
    ops.push(
      put("step", {
        id: step,
        lane: `lane${pick(4)}`,
        moment: "m1",
        title: "S",
        actor: maybe("actor"),
        channel: maybe("channel"),
      }),
    );
    for (let j = 0; j < pick(5); j++) {
      ops.push(put("use", { id: `use${i}.${j}`, step, tool: any("tool"), times: 1 + pick(2) }));
      const how = pick(2) === 0 ? "types" : "needs";
      ops.push(
        put("exchange", {
          id: `exchange${i}.${j}`,
          step,
          how,
          information: any("information"),
          tool: maybe("tool"),
          work_min: pick(2) || null,
        }),
      );
    }
  }
  for (let i = 0; i < 10; i++) {
    const [tool, to] = [`tool${i % 4}`, `tool${(i + 1 + pick(3)) % 4}`];
    ops.push(put("feed", { id: `feed${i}`, tool, information: any("information"), to }));
    ops.push(
      put("note", {
        id: `note${i}`,
        on: any(["tool", "information", "actor", "channel"][pick(4)] ?? "tool"),
      }),
    );
    ops.push(put("flag", { id: `flag${i}`, on: [...new Set([any("tool"), any("actor")])] }));
  }
  const [blueprint] = smallSheet().blueprint.values();
  const start = stateOf({ blueprint: [blueprint] });
  return apply(start, [
    put("phase", { id: "p", title: "P" }),
    put("moment", { id: "m1", phase: "p", title: "M" }),
    ...ops,
  ]).state;
}
