/** Which question comes first, and that an answered one never comes back. */
import { describe, expect, it } from "vitest";
import { opsOf, type Answer } from "../../../src/actions/interview/answers";
import { apply } from "../../../src/model/apply";
import { FORMS, optionsOf } from "../../../src/model/interview/forms";
import { asked, nextOf, questionsOf, type Analysed } from "../../../src/model/interview/order";
import { EVERYWHERE, type Gap, type Question, type Range } from "../../../src/model/interview/question";
import { put, set, type Op, type State } from "../../../src/model/records";
import { sheetOf } from "../../../src/model/sheet";
import { shopSale, stateFrom, stripped } from "../../fake/documents";
import { random } from "../../fake/random";
import { smallSheet } from "../../fake/server";

const NOTHING: Analysed = { unknown: [], costly: new Set() };
const all = (state: State, analysed: Analysed = NOTHING): Question[] =>
  questionsOf(state, sheetOf(state), analysed);
const keys = (state: State, analysed?: Analysed): string[] => all(state, analysed).map(({ key }) => key);
const open = (state: State, range: Range = EVERYWHERE, closed = new Set<string>()): Question[] =>
  asked(state, all(state), { closed, passed: new Set(), range });
const after = (state: State, ...ops: Op[]): State => apply(state, ops).state;
const find = (state: State, key: string, analysed?: Analysed): Question => {
  const found = all(state, analysed).find((one) => one.key === key);
  if (found === undefined) throw new Error(`${key} is not asked, but ${keys(state, analysed).join(" ")}`);
  return found;
};

const board = stateFrom(stripped(shopSale));

describe("the order of the questions", () => {
  it("is by weight", () => {
    const weights = all(board).map(({ weight }) => weight);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(weights.length).toBeGreaterThan(60);
  });

  it("begins on a whiteboard's sheet with what decides, who works and with what", () => {
    const first = open(board).slice(0, 5);
    expect(first[0]?.ask).toBe("truth");
    expect(first.slice(1).map(({ ask }) => ask)).toEqual(expect.arrayContaining(["lane_actor", "uses"]));
    expect(new Set(first.map(({ ask }) => ask)).size).toBe(3);
  });

  it("asks nothing step by step that one answer about the lane settles, until it is left open", () => {
    const actors = (closed?: Set<string>): string[] =>
      open(board, EVERYWHERE, closed).flatMap(({ ask, step }) => (ask === "actor" ? [step ?? ""] : []));
    expect(actors()).toEqual([]);
    expect(actors(new Set(["lane/coulisses/lane_actor"])).sort()).toEqual(["b1", "b2", "b3", "b4"]);
  });

  it("puts a moment of truth and a low feeling first among equals", () => {
    const state = after(board, set("step", "c4", "moment_of_truth", true));
    const uses = all(state).filter(({ ask }) => ask === "uses");
    expect(uses[0]?.step).toBe("f2"); // works for the moment of truth, and for someone who is at -2
    expect(uses.at(-1)?.step).toBe("f5"); // neither
  });

  it("weighs what an answer alone lets judge twice what it only leads to", () => {
    const key = "step/f3/decides";
    const half = find(board, key).weight;
    const minor = after(board, set("step", "f3", "stakes", "minor"));
    expect(find(minor, key).weight - half).toBe(1.5); // autonomy-gap is worth 3
  });

  it("counts a kind of friction that already costs minutes here as one more", () => {
    const state = after(
      board,
      put("tool", { id: "till", title: "Till" }),
      put("use", { id: "u", step: "f5", tool: "till" }),
    );
    const key = "tool/till/latency_s";
    const costly = { ...NOTHING, costly: new Set(["tool-latency"]) };
    expect(find(state, key, costly).weight).toBe(find(state, key).weight + 1);
  });

  it("follows the analysis: a field that a detector waits for weighs more, one it names alone is asked", () => {
    const gap = (detector: string, field: string): Gap => ({ detector, type: "step", id: "f3", field });
    const unknown = [gap("ping-pong", "actor"), gap("channel-maze", "channel")];
    const named = { ...NOTHING, unknown };
    expect(find(board, "step/f3/actor", named).weight).toBeGreaterThan(find(board, "step/f3/actor").weight);
    expect(keys(board, named)).toContain("step/f3/channel");
    expect(keys(board)).not.toContain("step/f3/channel");
  });

  it("leaves out what an older analysis still calls unknown", () => {
    const unknown = [{ detector: "autonomy-gap", type: "step", id: "f3", field: "decides" }];
    const state = after(board, set("step", "f3", "decides", "alone"));
    expect(keys(state, { ...NOTHING, unknown })).not.toContain("step/f3/decides");
  });

  it("asks nothing for a detector that is switched off", () => {
    const state = after(board, put("detector", { id: "autonomy-gap", on: false }));
    expect(all(state).some(({ ask }) => ask === "decides")).toBe(false);
  });

  it("stays with the step it speaks of while that is about as decisive", () => {
    const questions = open(board);
    const last = questions.find(({ ask, step }) => ask === "uses" && step === "f4");
    if (last === undefined) throw new Error("f4's tools are not asked");
    const rest = questions.filter(({ weight, key }) => weight <= last.weight && key !== last.key);
    const next = nextOf(rest, last);
    expect((rest[0]?.weight ?? 0) - (next?.weight ?? 0)).toBeLessThanOrEqual(1);
    expect(nextOf([], last)).toBeNull();
  });
});

describe("what is asked", () => {
  it("reads approvals and searches in titles, and asks before it believes them", () => {
    expect(keys(board)).toEqual(
      expect.arrayContaining(["step/b1/approval", "step/b2/approval", "step/b4/search"]),
    );
    expect(keys(board)).not.toContain("step/f5/approval");
  });

  it("asks the four questions of an employee's step", () => {
    const state = after(
      board,
      set("step", "c4", "moment_of_truth", true),
      put("information", { id: "limit", title: "Limit" }),
      put("exchange", { id: "x", step: "f3", information: "limit", how: "needs" }),
      set("step", "f3", "decides", "asks"),
    );
    const asks = all(state)
      .filter(({ step }) => step === "f3")
      .map(({ ask }) => ask);
    expect(asks).toEqual(expect.arrayContaining(["state", "as", "stakes", "recovery"]));
    expect(keys(state)).toContain("step/f2/needs");
  });

  it("asks nothing of a machine that only people can answer", () => {
    const state = after(board, set("step", "s1", "kind", "automatic"));
    const asks = all(state)
      .filter(({ step }) => step === "s1")
      .map(({ ask }) => ask);
    for (const ask of ["decides", "needs", "standard", "uses", "emotion"]) expect(asks).not.toContain(ask);
  });

  it("asks about the empty cells of decisive moments until they are marked or filled", () => {
    const cell = "cell/coulisses m3/blank";
    expect(keys(board)).toContain(cell);
    expect(keys(after(board, put("blank", { id: "z", lane: "coulisses", moment: "m3" })))).not.toContain(
      cell,
    );
    expect(
      keys(after(board, put("step", { id: "z", lane: "coulisses", moment: "m3", title: "Looks" }))),
    ).not.toContain(cell);
    expect(keys(board)).not.toContain("cell/coulisses m2/blank"); // nobody is low there
  });

  it("asks what an unlinked step comes after", () => {
    expect(keys(board).some((key) => key.endsWith("/follows"))).toBe(false);
    const state = after(board, put("step", { id: "z", lane: "scene", moment: "m5", title: "Wraps" }));
    const question = find(state, "step/z/follows");
    expect(optionsOf(state, question)[0]?.title).toBe("Redonne son adresse"); // of the same moment first
  });

  it("stays on a lane, a moment, or chosen steps", () => {
    const within = (range: Partial<Range>): Question[] => open(board, { ...EVERYWHERE, ...range });
    for (const one of within({ moment: "m4" }))
      expect(
        [...one.steps, one.moment].some((id) => id === "m4" || board.step.get(id ?? "")?.moment === "m4"),
      ).toBe(true);
    expect(within({ lane: "scene", moment: "m4" }).every(({ steps }) => steps.includes("f3"))).toBe(true);
    const steps = within({ steps: new Set(["b4"]) });
    expect(steps.length).toBeGreaterThan(3);
    expect(steps.every((one) => one.steps.includes("b4"))).toBe(true);
  });
});

describe.each([1, 2])("seed %i: through an interview with any answers", (seed) => {
  it.each([
    ["a whiteboard's sheet", board],
    ["a full example", stateFrom(shopSale)],
    ["two steps", smallSheet()],
  ])("no question of %s comes back, and it ends", (_name, begun) => {
    const roll = random(seed);
    const pick = (): number => roll(1000) / 1000;
    const [closed, answered] = [new Set<string>(), new Set<string>()];
    let state: State = begun;
    let last: Question | null = null;
    for (let n = 0; n < 2000; n++) {
      const question = nextOf(open(state, EVERYWHERE, closed), last);
      if (question === null) return;
      expect([...answered], "asked once").not.toContain(question.key);
      answered.add(question.key);
      const ops = pick() < 0.1 ? [] : opsOf(state, question, anyAnswer(state, question, pick));
      if (ops.length === 0) closed.add(question.key);
      else {
        state = apply(state, ops).state;
        expect(keys(state), "answered, so it leaves the list").not.toContain(question.key);
      }
      last = question;
    }
    throw new Error("the interview does not end");
  });
});

function anyAnswer(state: State, question: Question, pick: () => number): Answer {
  const form = FORMS[question.ask];
  const one = <T>(list: readonly T[]): T | undefined => list[Math.floor(pick() * list.length)];
  if (form.kind === "choice") return { kind: "choice", value: one(form.values) ?? "" };
  if (form.kind === "names") {
    const known = one(optionsOf(state, question));
    // Few new names, so that what follows from them comes to an end.
    if (known !== undefined && pick() < 0.7) return { kind: "names", names: [{ id: known.id }] };
    return { kind: "names", names: [{ title: `New ${Math.floor(pick() * 6)}` }] };
  }
  if (form.kind === "steps") {
    const step = one(optionsOf(state, question));
    return step === undefined ? { kind: "none" } : { kind: "steps", steps: [step.id] };
  }
  if (form.kind === "text")
    return pick() < 0.5 && question.ask === "blank" ? { kind: "none" } : { kind: "text", text: "Said" };
  return { kind: "number", value: form.kind === "share" ? 0.2 : Math.floor(pick() * 20) };
}
