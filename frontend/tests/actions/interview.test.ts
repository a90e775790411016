/** The interview's verbs: an answer is one change and brings the next question at once. */
import { describe, expect, it } from "vitest";
import type { Editor } from "../../src/actions/editor";
import { allQuestions, hear, keepStanding } from "../../src/actions/interview/interview";
import { sentenceOf, whereOf } from "../../src/actions/interview/wording";
import {
  answerIt,
  askAgain,
  goBack,
  leave,
  leaveUnknown,
  pass,
  redoAnswer,
  stayOn,
  undoAnswer,
} from "../../src/actions/interview/moves";
import { interviewOpen } from "../../src/actions/verbs/interview-open";
import { EVERYWHERE, type Ask, type Question } from "../../src/model/interview/question";
import { remove } from "../../src/model/records";
import type { Finding } from "../../src/sync/friction";
import { openTried, type Tried } from "../fake/editor";
import { shopSale, stateFrom, stripped } from "../fake/documents";

const board = stateFrom(stripped(shopSale));

async function begun(language: "fr" | "en" = "en"): Promise<Tried & { readonly now: () => Question }> {
  const tried = await openTried(board, language);
  await interviewOpen.run(tried.editor);
  return { ...tried, now: () => current(tried.editor) };
}
const current = ({ session }: Editor): Question => {
  const question = session.interview.value?.current;
  if (question == null) throw new Error("nothing is asked");
  return question;
};
/** Passes over what comes before the question. */
function reach(editor: Editor, ask: Ask, step: string | null = null): Question {
  for (let n = 0; n < 300; n++) {
    const question = current(editor);
    if (question.ask === ask && (step === null || question.step === step)) return question;
    pass(editor);
  }
  throw new Error(`${ask} is never asked`);
}

describe("an interview", () => {
  it("opens with the most decisive question, on several selected steps about these", async () => {
    const { editor, now } = await begun();
    expect(now().key).toBe(allQuestions(editor)[0]?.key);
    leave(editor);
    editor.session.selection.value = new Set(["f3", "b4"]);
    await interviewOpen.run(editor);
    expect(now().steps.some((step) => ["f3", "b4"].includes(step))).toBe(true);
  });

  it("makes one change of an answer, and asks the next question before the server has said a word", async () => {
    const { editor, server, now } = await begun();
    const first = now();
    answerIt(editor, { kind: "steps", steps: ["c3", "c4"] });
    expect(editor.store.pending).toHaveLength(1);
    expect(editor.state.value.step.get("c4")?.moment_of_truth).toBe(true);
    expect(now().key).not.toBe(first.key);
    await editor.sync.settled();
    expect(server.log).toHaveLength(1);
    expect(server.log[0]?.ops).toHaveLength(2);
  });

  it("makes what is named on the fly, and uses what is there under the name", async () => {
    const { editor } = await begun();
    reach(editor, "uses", "f4");
    answerIt(editor, {
      kind: "names",
      names: [{ title: "Till" }, { title: "CRM" }, { title: "till" }],
    });
    expect([...editor.state.value.tool.values()].map(({ title }) => title)).toEqual(["Till", "CRM"]);
    reach(editor, "uses", "f5");
    answerIt(editor, { kind: "names", names: [{ title: " TILL " }] });
    expect(editor.state.value.tool.size).toBe(2);
    expect([...editor.state.value.use.values()].map(({ step }) => step)).toEqual(["f4", "f4", "f5"]);
  });

  it("asks what is typed into each tool, and puts it there", async () => {
    const { editor } = await begun();
    reach(editor, "uses", "f4");
    answerIt(editor, { kind: "names", names: [{ title: "Till" }] });
    reach(editor, "types", "f4");
    answerIt(editor, { kind: "names", names: [{ title: "Address" }] });
    const [exchange] = editor.state.value.exchange.values();
    expect(exchange).toMatchObject({ step: "f4", how: "types" });
    expect(editor.state.value.tool.get(exchange?.tool ?? "")?.title).toBe("Till");
  });

  it.each([
    ["a yes", "approval", { kind: "choice", value: true }, () => ({ kind: "approval" })],
    ["a choice", "decides", { kind: "choice", value: "asks" }, () => ({ decides: "asks" })],
    ["a number", "work_min", { kind: "number", value: 90 }, () => ({ work_min: 90 })],
  ] as const)("takes %s", async (_what, ask, answer, expected) => {
    const { editor } = await begun();
    const { id } = reach(editor, ask);
    answerIt(editor, answer);
    expect(editor.state.value.step.get(id)).toMatchObject(expected());
  });

  it("takes nothing for an answer: the cell is marked, or what happens becomes a card", async () => {
    const { editor } = await begun();
    const cell = reach(editor, "blank");
    answerIt(editor, { kind: "none" });
    expect([...editor.state.value.blank.values()]).toMatchObject([{ lane: cell.id, moment: cell.moment }]);
    const other = reach(editor, "blank");
    answerIt(editor, { kind: "text", text: "Calls back" });
    expect([...editor.state.value.step.values()].at(-1)).toMatchObject({
      title: "Calls back",
      lane: other.id,
      moment: other.moment,
    });
  });

  it("changes nothing where there is none or nobody knows, and does not ask it again on this page", async () => {
    const { editor, now } = await begun();
    const asked = reach(editor, "uses");
    answerIt(editor, { kind: "none" });
    const unknown = now();
    leaveUnknown(editor);
    expect(editor.store.pending).toEqual([]);
    leave(editor);
    await interviewOpen.run(editor);
    const keys = new Set<string>();
    while (editor.session.interview.value?.current != null) {
      keys.add(now().key);
      pass(editor);
    }
    expect(keys).not.toContain(asked.key);
    expect(keys).not.toContain(unknown.key);
  });

  it("passes over, comes to an end, and asks again what was passed over", async () => {
    const { editor, now } = await begun();
    const first = now();
    while (editor.session.interview.value?.current != null) pass(editor);
    askAgain(editor);
    expect(now().key).toBe(first.key);
  });

  it("goes back over what was answered, passed over or unknown", async () => {
    const { editor, now } = await begun();
    const trail = [now()];
    answerIt(editor, { kind: "steps", steps: ["c3"] });
    trail.push(now());
    pass(editor);
    trail.push(now());
    leaveUnknown(editor);
    for (const question of trail.reverse()) {
      goBack(editor);
      expect(now().key).toBe(question.key);
    }
    goBack(editor);
    expect(editor.session.announcement.value).toBe("This is the first question.");
  });

  it("undoes an answer and puts its question in front again", async () => {
    const { editor, now } = await begun();
    const asked = reach(editor, "uses", "f5");
    answerIt(editor, { kind: "names", names: [{ title: "Till" }] });
    pass(editor);
    undoAnswer(editor);
    expect(now().key).toBe(asked.key);
    expect(editor.state.value.use.size + editor.state.value.tool.size).toBe(0);
    expect(editor.session.interview.value?.answers).toBe(0);
  });

  it("redoes an answer and goes on", async () => {
    const { editor, now } = await begun();
    const first = now();
    answerIt(editor, { kind: "steps", steps: ["c3"] });
    const second = now();
    undoAnswer(editor);
    redoAnswer(editor);
    expect(now().key).toBe(second.key);
    expect(editor.state.value.step.get("c3")?.moment_of_truth).toBe(true);
    goBack(editor);
    expect(now().key).toBe(first.key);
  });

  it("goes on where someone takes away the step that it speaks of", async () => {
    const { editor, now } = await begun();
    const { step, key } = reach(editor, "uses", "f5");
    keepStanding(editor);
    expect(now().key).toBe(key);
    editor.submit("Delete", [remove("step", step ?? "")]);
    keepStanding(editor);
    expect(now().key).not.toBe(key);
    goBack(editor);
    expect(now().step).not.toBe(step);
  });

  it("stays on a lane or a moment, and keeps the question that fits there", async () => {
    const { editor, now } = await begun();
    stayOn(editor, { ...EVERYWHERE, moment: "m4" });
    const question = now();
    expect(question.steps.some((id) => board.step.get(id)?.moment === "m4")).toBe(true);
    stayOn(editor, EVERYWHERE);
    expect(now().key).toBe(question.key);
  });

  it("says what the last answers brought to light, once the analysis knows them; the question stays", async () => {
    const { editor, server, now } = await begun();
    reach(editor, "approval");
    answerIt(editor, { kind: "choice", value: true });
    const question = now();
    hear(editor);
    expect(editor.session.interview.value?.revealed).toBeNull(); // not known there yet
    server.findings = [{ fingerprint: "x", detector: "approval-stacking" } satisfies Partial<Finding>];
    await editor.sync.settled();
    await expect
      .poll(() => {
        hear(editor);
        return editor.session.interview.value?.revealed;
      })
      .not.toBeNull();
    const { revealed } = editor.session.interview.value ?? {};
    expect(revealed).toMatchObject({ answers: 1, came: [{ fingerprint: "x" }], went: [] });
    expect(now()).toBe(question);
  });

  it.each([
    ["fr", "Dans quel outil se fait « Consulte le stock » ?", "Attend la réponse · En scène"],
    ["en", "Which tool is “Consulte le stock” done in?", "Attend la réponse · En scène"],
  ] as const)("asks in %s as a room speaks, naming step and moment", async (language, sentence, where) => {
    const { editor } = await begun(language);
    const question = reach(editor, "uses", "f2");
    const state = editor.state.value;
    expect(sentenceOf(state, question).replace(/[\u00a0\u202f]/g, " ")).toBe(sentence);
    expect(whereOf(state, question).join(" · ")).toBe(where);
  });

  it("has words for every question, without a hole", async () => {
    for (const language of ["fr", "en"] as const) {
      const { editor } = await begun(language);
      for (const question of allQuestions(editor)) {
        const sentence = sentenceOf(editor.state.value, question);
        expect(sentence).toMatch(/\?$/);
        expect(sentence).not.toMatch(/\{|«\u00a0\u00a0»|“”/);
        expect(whereOf(editor.state.value, question).join("")).not.toBe("");
      }
    }
  });
});
