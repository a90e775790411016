/** The mirror worked out: where things stand, and where friction meets pain. */
import { describe, expect, it } from "vitest";
import { apply } from "../../../src/model/apply";
import { put, set, type Op } from "../../../src/model/records";
import { sheetOf } from "../../../src/model/sheet";
import type { Finding } from "../../../src/sync/friction";
import {
  barHeight,
  columnsOf,
  feltAt,
  meets,
  mostOf,
  neighbour,
  roomFor,
  runs,
  smooth,
  total,
} from "../../../src/views/mirror/geometry";
import { smallSheet } from "../../fake/server";

const base = smallSheet();
const [c1, f1] = [base.step.get("c1"), base.step.get("f1")];
if (c1 === undefined || f1 === undefined) throw new Error("the small sheet changed");
const state = apply(base, [
  put("tool", { id: "slow", title: "Slow", latency_s: 120 }),
  put("use", { id: "u1", step: "f1", tool: "slow" }),
  put("step", { id: "c2", lane: c1.lane, moment: c1.moment, title: "Waits" }),
  set("step", "c1", "work_min", 4),
  set("step", "c1", "emotion", -2),
  set("step", "f1", "work_min", 1),
] as Op[]).state;
const finding = (steps: string[], touches: string[] = []): Finding =>
  ({ fingerprint: steps.join(), steps, touches, moments_of_truth: [] }) as unknown as Finding;
const columns = columnsOf(state, sheetOf(state), [finding(["f1"], ["c1"])]);
const at = (id: string) => {
  const column = columns.find(({ moment }) => moment === state.step.get(id)?.moment);
  if (column === undefined) throw new Error(id);
  return column;
};

describe("columns", () => {
  it("hold what each side does, from the fold outwards", () => {
    expect(at("c1").customer.steps.map(({ id }) => id)).toEqual(["c2", "c1"]);
    expect(at("f1").employee.steps.map(({ id }) => id)).toContain("f1");
  });
  it("tell work from waiting, a slow tool included", () => {
    expect(at("f1").employee.minutes).toEqual({ work: 1, wait: 2 });
    expect(at("c1").customer.minutes).toEqual({ work: 4, wait: null });
    expect(mostOf(columns)).toBe(4);
  });
  it("put each finding where the customer feels it", () => {
    expect(at("c1").findings).toHaveLength(1);
    expect(columns.flatMap(({ findings }) => findings)).toHaveLength(1);
    expect(meets(at("c1"))).toBe(true);
  });
});

describe("heights", () => {
  const room = roomFor(800);
  it("count away from the fold, pain next to it", () => {
    expect(feltAt(-2, room)).toBeLessThan(feltAt(0, room));
    expect(feltAt(2, room)).toBeLessThan(room.curve);
  });
  it("grow as the root, and nothing takes no room", () => {
    expect(barHeight(4, 4, room)).toBe(room.bar);
    expect(barHeight(1, 4, room)).toBe(room.bar / 2);
    expect(barHeight(0, 4, room)).toBe(0);
    expect(total({ work: null, wait: null })).toBe(0);
  });
});

it("a feeling that is not known is a gap in the curve", () => {
  const two = runs([{ x: 0, y: 1 }, null, { x: 2, y: 1 }, { x: 3, y: 2 }]);
  expect(two.map((run) => run.length)).toEqual([1, 2]);
  expect(smooth(two[1] ?? [])).toBe("M2 1C2.5 1 2.5 2 3 2");
});

it("arrows keep to their side of the fold and go through it up and down", () => {
  expect(neighbour(columns, "c1", "down")).toBe("c2");
  expect(neighbour(columns, "c1", "up")).toBeNull();
  const across = neighbour(columns, "f1", "left") ?? neighbour(columns, "f1", "up");
  expect(across).not.toBeNull();
});
