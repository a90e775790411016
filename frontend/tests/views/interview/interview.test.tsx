// @vitest-environment jsdom
/** The interview as a room uses it: one key or one word an answer, the next question announced, Escape leaves. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Editor } from "../../../src/actions/editor";
import { interviewOpen } from "../../../src/actions/verbs/interview-open";
import { stayOn } from "../../../src/actions/interview/moves";
import type { Ask } from "../../../src/model/interview/question";
import { EVERYWHERE } from "../../../src/model/interview/question";
import { put, set, type Op } from "../../../src/model/records";
import { apply } from "../../../src/model/apply";
import type { Unknown } from "../../../src/sync/friction";
import { Interview } from "../../../src/views/interview/Interview";
import { shopSale, stateFrom, stripped } from "../../fake/documents";
import { click, open, press, settle, stillTime, text, thing, type, type Page } from "../page";

stillTime();
beforeEach(() => {
  sessionStorage.clear(); // what nobody knows is remembered there
  // jsdom knows no modal dialogs.
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
    this.dispatchEvent(new Event("close"));
  };
  window.matchMedia = ((query: string) => ({ matches: false, media: query })) as typeof matchMedia;
});

const board = stateFrom(stripped(shopSale));

async function begun(
  ops: readonly Op[] = [],
  language: "fr" | "en" = "en",
  unknown: readonly Unknown[] = [],
): Promise<Page> {
  const state = ops.length === 0 ? board : apply(board, ops).state;
  const page = await open((editor) => <Interview editor={editor} />, { state, language, unknown });
  await interviewOpen.run(page.editor);
  await import("../../../src/views/interview/Room"); // fetched when it is first asked for
  await settle();
  await settle();
  return page;
}
const question = (): string => text("#interview-question");
const dialog = (): HTMLElement => document.querySelector<HTMLElement>("dialog.interview") ?? document.body;
const field = (): HTMLInputElement => {
  const found = document.querySelector<HTMLInputElement>("[data-answer]");
  if (found === null) throw new Error(`nothing is typed for ${question()}`);
  return found;
};
const here = (): Element => document.activeElement ?? document.body;
async function reach({ session }: Editor, ask: Ask): Promise<void> {
  for (let n = 0; n < 300 && session.interview.value?.current?.ask !== ask; n++)
    await press(dialog(), "PageDown");
}

describe("the interview", () => {
  it("says what it counts: what is found, what keeps the rest from being judged, what it will ask", async () => {
    await begun([], "en", [{ detector: "tool-latency", type: "tool", id: "till", field: "latency_s" }]);
    expect(text(".interview-counts")).toContain("0 findingsso far");
    expect(text(".interview-counts")).toContain("1 unknownto clear up to judge the rest");
    expect(text(".interview-left")).toMatch(/^\d+ more questions, the most useful first$/);
  });

  it("puts one question as a heading, with the focus where it is answered, and says the next", async () => {
    await begun();
    expect(document.querySelectorAll("h3.interview-ask")).toHaveLength(1);
    expect(here()).toBe(field());
    expect(field().getAttribute("aria-labelledby")).toBe("interview-question");
    await press(here(), "Enter");
    expect(text("[aria-live]")).toBe(`Next question: ${question()}`);
    expect(here()).toBe(field());
  });

  it("has the focus where it is answered as soon as the next question shows: no key is lost between", async () => {
    await begun();
    const first = question();
    here().dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown", bubbles: true, cancelable: true }));
    for (let n = 0; n < 20 && question() === first; n++) await Promise.resolve();
    const [now, at] = [question(), here()];
    await settle(); // what is left of the drawing, before the clock of this test ends
    expect(now).not.toBe(first);
    expect(at).toBe(document.querySelector("[data-answer]") ?? document.querySelector(".interview-room"));
  });

  it("takes a digit for a name that is there", async () => {
    const { editor } = await begun();
    expect(question()).toBe("Which step of the customer decides everything?");
    await press(field(), "3");
    expect(editor.state.value.step.get("c3")?.moment_of_truth).toBe(true);
    expect(question()).not.toContain("decides everything");
  });

  it("takes a typed name: the one that begins so, or a new one; several with commas", async () => {
    const { editor } = await begun([put("tool", { id: "stock", title: "Stock mobile" })]);
    await reach(editor, "uses");
    await type(field(), "till, sto");
    await press(field(), "Enter");
    const used = [...editor.state.value.use.values()].map(
      ({ tool }) => editor.state.value.tool.get(tool)?.title,
    );
    expect(used).toEqual(["till", "Stock mobile"]);
  });

  it("takes a choice by digit, by first letter, by the digits' row of a French keyboard, and by a click", async () => {
    const { editor } = await begun([], "fr");
    const kinds = (): number =>
      [...editor.state.value.step.values()].filter(({ kind }) => kind === "approval").length;
    await reach(editor, "approval");
    await press(here(), "o");
    expect(kinds()).toBe(1);
    await reach(editor, "approval");
    await press(here(), "&", { code: "Digit1" });
    expect(kinds()).toBe(2);
    await reach(editor, "approval");
    await click(thing("2Non", ".interview-choice"));
    expect(kinds()).toBe(2);
    await reach(editor, "decides");
    const step = editor.session.interview.value?.current?.step ?? "";
    await press(here(), "3");
    expect(editor.state.value.step.get(step)?.decides).toBe("asks");
  });

  it.each([
    ["3 min", 3],
    ["1h30", 90],
    ["90 s", 1.5],
  ])("takes %s for a time, and refuses what is none", async (typed, minutes) => {
    const { editor } = await begun();
    await reach(editor, "work_min");
    const id = editor.session.interview.value?.current?.id ?? "";
    await type(field(), "soon");
    await click(thing("Answer"));
    expect(text(".interview-hint")).toContain("1h30");
    expect(field().getAttribute("aria-invalid")).toBe("true");
    await type(field(), typed);
    field().form?.requestSubmit();
    await settle();
    expect(editor.state.value.step.get(id)?.work_min).toBe(minutes);
  });

  it("takes 0 for none, ? for nobody knows, Enter on nothing to pass, Backspace on nothing to go back", async () => {
    const { editor } = await begun();
    await reach(editor, "uses");
    const first = question();
    await press(field(), "0");
    await press(here(), "?");
    expect(editor.session.closed.value.size).toBe(2);
    await press(here(), "Enter");
    expect(editor.session.interview.value?.passed.size).toBeGreaterThan(0);
    for (let n = 0; n < 3; n++) await press(here(), "Backspace");
    expect(question()).toBe(first);
    expect(editor.session.closed.value.size).toBe(0);
    expect(editor.store.pending).toEqual([]);
  });

  it("leaves keys to a field in which something is typed", async () => {
    const { editor } = await begun();
    const first = question();
    await type(field(), "Rap");
    await press(field(), "Backspace");
    await press(field(), "?");
    await press(field(), "3");
    expect(question()).toBe(first);
    expect(editor.session.closed.value.size).toBe(0);
  });

  it("undoes with Mod+Z: the question is back in front", async () => {
    const { editor } = await begun();
    const first = question();
    await press(field(), "3");
    await press(here(), "z", { ctrlKey: true });
    expect(question()).toBe(first);
    expect(editor.state.value.step.get("c3")?.moment_of_truth).toBe(false);
  });

  it("shows what was said when a question comes again", async () => {
    const { editor } = await begun();
    await reach(editor, "uses");
    await type(field(), "Till");
    await press(field(), "Enter");
    await press(here(), "Backspace");
    expect(text(".interview-said")).toBe("Said already: Till");
  });

  it("stays on a moment by its list, and says when nothing is left there", async () => {
    const { editor } = await begun();
    const moments = document.querySelectorAll("select")[1];
    if (moments === undefined) throw new Error("no list of moments");
    moments.value = "m4";
    moments.dispatchEvent(new Event("change", { bubbles: true }));
    await settle();
    expect(editor.session.interview.value?.range.moment).toBe("m4");
    for (let n = 0; n < 60 && editor.session.interview.value?.current != null; n++)
      await press(dialog(), "PageDown");
    expect(question()).toBe("Nothing left to ask in this place.");
    await click(thing("Go on with the whole sheet"));
    expect(question()).not.toContain("Nothing left");
  });

  it("says calmly what an answer revealed, and never swaps the question", async () => {
    const { server } = await begun();
    server.findings = [1, 2].map((n) => ({
      fingerprint: String(n),
      number: n,
      detector: "re-entry",
      steps: [],
      because: `The address is typed again (${n}).`,
      customer_min: null,
      employee_min: null,
    }));
    await press(field(), "3");
    const next = question();
    await settle(4000);
    expect(question()).toBe(next);
    expect(text(".interview-revealed p")).toMatch(/^This answer reveals: .+ ×2$/);
    expect(text(".interview-because")).toContain("typed again (1)");
    expect(text(".interview-counts")).toContain("2 findings");
    expect(text(".interview-counts")).toContain("so far · 0 at the start");
    expect(text(".interview-counts")).toContain("everything could be judged");
  });

  it("is left with what it said kept, and closes on its own where all is gone", async () => {
    const { editor } = await begun();
    await press(field(), "3");
    await click(thing("", ".interview-leave"));
    expect(document.querySelector("dialog")).toBeNull();
    expect(editor.session.interview.value).toBeNull();
    expect(editor.session.announcement.value).toBe("Interview left: 1 answer");
  });

  it("keeps a selection of steps as its range, and lets it go", async () => {
    const { editor } = await begun([set("step", "f3", "moment_of_truth", false)]);
    stayOn(editor, { ...EVERYWHERE, steps: new Set(["b4"]) });
    await settle();
    const box = document.querySelector<HTMLInputElement>(".interview-steps input");
    expect(box?.checked).toBe(true);
    box?.click();
    await settle();
    expect(editor.session.interview.value?.range.steps).toBeNull();
  });
});
