/** Two sheets on one set of columns: what stands for the same stands together. */
import { expect, it } from "vitest";
import { apply } from "../../../src/model/apply";
import { put, remove, set, type Op } from "../../../src/model/records";
import { sheetOf } from "../../../src/model/sheet";
import { align, pairs } from "../../../src/views/compare/align";
import { smallSheet } from "../../fake/server";

const one = (id: string, title = id) => ({ id, title });

it("keeps the order of what is aimed at, and puts what left behind what it stood behind", () => {
  const row = pairs([one("a"), one("gone"), one("b")], [one("b"), one("a"), one("new")]);
  expect(row.map(({ before, after }) => [before?.id, after?.id])).toEqual([
    ["b", "b"],
    ["a", "a"],
    ["gone", undefined],
    [undefined, "new"],
  ]);
});

it("knows by its title what has another id", () => {
  const [first] = pairs([one("x", "Pays")], [one("y", "Pays")]);
  expect([first?.before?.id, first?.after?.id]).toEqual(["x", "y"]);
});

it("gives the steps of both at one place, nothing where one has no such lane or moment", () => {
  const before = smallSheet();
  const [moment] = sheetOf(before).moments;
  const step = before.step.get("c1");
  const after = apply(before, [
    remove("step", "f1"),
    put("moment", { id: "late", phase: moment?.phase ?? "", title: "Later" }),
    set("step", "c1", "work_min", 3),
  ] as Op[]).state;
  const aligned = align(sheetOf(before), sheetOf(after));
  const lane = aligned.lanes.find(({ key }) => key === step?.lane);
  const at = aligned.moments.find(({ key }) => key === step?.moment);
  const late = aligned.moments.find(({ key }) => key === "late");
  if (lane === undefined || at === undefined || late === undefined) throw new Error("not aligned");
  expect(aligned.cell("before", lane, at).map(({ id }) => id)).toContain("c1");
  expect(aligned.cell("after", lane, at).map(({ id }) => id)).toContain("c1");
  expect(aligned.cell("before", lane, late)).toEqual([]);
  expect(at.minutes.after?.customer).toBe(3);
});
