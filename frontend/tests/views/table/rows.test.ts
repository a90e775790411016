/** Rows of the table: what they say, how they are found and sorted, and that they stay the same where nothing changed. */
import { describe, expect, it } from "vitest";
import { toolsIn } from "../../../src/actions/verbs/uses-write";
import { apply } from "../../../src/model/apply";
import { put, set, type Op } from "../../../src/model/records";
import { sheetOf } from "../../../src/model/sheet";
import type { Finding, Unknown } from "../../../src/sync/friction";
import { setLanguage } from "../../../src/text";
import { ALL, filtered, type Filters } from "../../../src/views/table/filters";
import { createRows, sorted, type Row } from "../../../src/views/table/rows";
import { smallSheet } from "../../fake/server";

setLanguage("en");

const state = apply(smallSheet(), [
  put("tool", { id: "till", title: "Till" }),
  put("tool", { id: "crm", title: "CRM" }),
  put("actor", { id: "ann", title: "Ann", side: "employee" }),
  put("use", { id: "u1", step: "f1", tool: "till" }),
  put("use", { id: "u2", step: "f1", tool: "crm", times: 2 }),
  set("step", "f1", "work_min", 2.5),
  set("step", "f1", "actor", "ann"),
  set("step", "c1", "work_min", 10),
] as Op[]).state;
const finding = { fingerprint: "print", detector: "x", steps: ["f1"], because: "" } as unknown as Finding;
const unknown: Unknown[] = [
  { detector: "x", type: "step", id: "c1", field: "wait_min" },
  { detector: "y", type: "step", id: "c1", field: "wait_min" },
];
const rowsOf = createRows();
const rows = rowsOf(state, sheetOf(state), [finding], unknown);
const of = (id: string): Row => {
  const row = rows.find((one) => one.id === id);
  if (row === undefined) throw new Error(id);
  return row;
};
const found = (filters: Partial<Filters>): string[] =>
  filtered(rows, { ...ALL, ...filters }).map(({ id }) => id);

describe("rows", () => {
  it("say everything of a step in words", () => {
    expect(of("f1").texts).toMatchObject({
      tools: "Till, CRM\u00a0×2",
      work_min: "2\u00a0min\u00a030\u00a0s",
      actor: "Ann",
      findings: "1 friction",
    });
    expect(of("c1").unknown).toBe(1);
  });

  it("stay the same objects where nothing of them changed", () => {
    const next = apply(state, [set("step", "f1", "said", "Well.")]).state;
    const after = rowsOf(next, sheetOf(next), [{ ...finding }], [...unknown]);
    expect(after.find(({ id }) => id === "c1")).toBe(of("c1"));
    expect(after.find(({ id }) => id === "f1")?.texts.said).toBe("Well.");
    const renamed = apply(next, [set("step", "f1", "title", "Says so")]).state;
    // Its link leads to the one that was renamed.
    const [c1] = rowsOf(renamed, sheetOf(renamed), [finding], unknown).filter(({ id }) => id === "c1");
    expect(c1?.texts.out).toBe("Says so");
  });
});

describe("filters", () => {
  it("find words anywhere in a row, accents or not", () => {
    expect(found({ text: "crm" })).toEqual(["f1"]);
    expect(found({ text: "ann TILL" })).toEqual(["f1"]);
    expect(found({ text: "nowhere" })).toEqual([]);
  });
  it("keep what has all that is asked for", () => {
    expect(found({ tool: "crm" })).toEqual(["f1"]);
    expect(found({ who: "ann", kind: "decision" })).toEqual([]);
    expect(found({ findings: true })).toEqual(["f1"]);
    expect(found({ unknown: true })).toEqual(["c1"]);
    expect(found({ lane: of("c1").step.lane })).not.toContain("f1");
    expect(found({ moment: of("c1").moment.phase })).toContain("c1");
  });
});

describe("sorting", () => {
  it("counts numbers as numbers and leaves what is unknown last both ways", () => {
    const up = sorted(rows, { column: "work_min", descending: false }).map(({ id }) => id);
    const down = sorted(rows, { column: "work_min", descending: true }).map(({ id }) => id);
    expect(up.slice(0, 2)).toEqual(["f1", "c1"]);
    expect(down.slice(0, 2)).toEqual(["c1", "f1"]);
    expect(new Set(up)).toEqual(new Set(down));
    expect(up.slice(2)).toEqual(down.slice(2));
  });
  it("gives the sheet's order where nothing is asked for", () => {
    expect(sorted(rows, null).map(({ place }) => place)).toEqual(rows.map((_, at) => at));
  });
});

it("a line of tools is read with how often each is used", () => {
  expect(toolsIn(" Till , CRM x2;ERP\u00a0×3, Matrix 3,, till")).toEqual([
    { title: "Till", times: 1 },
    { title: "CRM", times: 2 },
    { title: "ERP", times: 3 },
    { title: "Matrix 3", times: 1 },
    { title: "till", times: 1 },
  ]);
});
