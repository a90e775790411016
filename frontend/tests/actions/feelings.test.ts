/** Points of the emotion curves: what each step feels once a point is led somewhere. */
import { describe, expect, it } from "vitest";
import { feltAt, meanAt, stepsFelt } from "../../src/actions/feelings";
import { feelingSet } from "../../src/actions/verbs/feeling-set";
import { apply } from "../../src/model/apply";
import { put, type Op, type Step } from "../../src/model/records";
import { openTried } from "../fake/editor";
import { smallSheet } from "../fake/server";

const felt = (...emotions: (number | null)[]): Step[] => {
  const ops = emotions.map((emotion, i): Op =>
    put("step", { id: `s${i}`, lane: "cust", moment: "m2", title: "", emotion }),
  );
  const { state } = apply(smallSheet(), ops);
  return emotions.flatMap((_, i) => state.step.get(`s${i}`) ?? []);
};
const led = (steps: Step[], value: number | null) => feltAt(steps, value).map((one) => [one.id, one.emotion]);

describe("a point", () => {
  it("of one step is its emotion", () => {
    expect(led(felt(1), -2)).toEqual([["s0", -2]]);
    expect(led(felt(1), 1)).toEqual([]);
  });
  it("of several is their mean: all move by as much, each within the scale", () => {
    expect(led(felt(-1, 1), 1)).toEqual([
      ["s0", 0],
      ["s1", 2],
    ]);
    expect(led(felt(2, -1), 2)).toEqual([["s1", 2]]);
    expect(meanAt(felt(2, -2), 1)).toBe(1);
  });
  it("that is missing is the first step's; those that are unknown beside known ones stay so", () => {
    expect(led(felt(null, null), 2)).toEqual([["s0", 2]]);
    expect(led(felt(null, 0), 1)).toEqual([["s1", 1]]);
  });
  it("is taken away with all that it stands for", () => {
    expect(led(felt(1, null, -1), null)).toEqual([
      ["s0", null],
      ["s2", null],
    ]);
    expect(meanAt(felt(1), null)).toBeNull();
  });
});

describe("set on the sheet", () => {
  it("is one change, said with its value", async () => {
    const { editor } = await openTried();
    expect(stepsFelt(editor.sheet.value, "employee", "m2").map(({ id }) => id)).toEqual(["f1"]);
    feelingSet.run(editor, "employee", "m2", -2);
    expect(editor.state.value.step.get("f1")?.emotion).toBe(-2);
    expect(editor.session.announcement.value).toBe("Employees, Wait: −2");
    expect(editor.store.pending).toHaveLength(1);
    feelingSet.run(editor, "employee", "m2", -2);
    expect(editor.store.pending).toHaveLength(1);
  });
});
