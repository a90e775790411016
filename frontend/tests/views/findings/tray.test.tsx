// @vitest-environment jsdom
/** The list of findings: why and where, what it lights on the sheet, what could not be judged. */
import { describe, expect, it } from "vitest";
import type { Finding, Unknown } from "../../../src/sync/friction";
import { Tray } from "../../../src/views/findings/Tray";
import { Panel } from "../../../src/views/panel/Panel";
import { click, open, press, settle, stillTime, text, thing, type Page } from "../page";

stillTime();

const finding = (number: number, more: Partial<Finding> = {}): Finding => ({
  fingerprint: `print-${number}`,
  number,
  detector: "tool-latency",
  steps: ["f1"],
  elements: ["stock"],
  because: `Reason ${number}.`,
  evidence: { tool: "stock", latency_s: 130, uses: [{ step: "f1", seconds: 130 }], limit_s: 10 },
  touches: ["c1"],
  moments_of_truth: [],
  customer_min: null,
  employee_min: null,
  rests_on: "assumed",
  fixes: [
    { heuristic: "task automation", title: "Automate", sentence: "Let it run at night.", source: "A paper" },
  ],
  ...more,
});
const unknown: readonly Unknown[] = [
  { detector: "tool-latency", type: "tool", id: "till", field: "latency_s" },
  { detector: "re-entry", type: "step", id: "f1", field: "information[0].tool" },
];
const tray = (
  findings: readonly Finding[] = [finding(2), finding(1, { detector: "re-entry" })],
): Promise<Page> =>
  open(
    (editor) => (
      <>
        <Panel editor={editor} />
        <Tray editor={editor} />
      </>
    ),
    { findings, unknown },
  );
const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(".tray [data-finding]")];
const pointer = async (row: HTMLElement, type: "pointerenter" | "pointerleave"): Promise<void> => {
  row.dispatchEvent(new Event(type));
  await settle();
};

it("stands in the order given, each with its number, kind, reason, steps and first way out", async () => {
  await tray();
  expect(text(".tray h2")).toBe("2 findings");
  expect(rows().map((row) => row.dataset["finding"])).toEqual(["print-2", "print-1"]);
  const [first] = rows();
  for (const said of ["2", "Reason 2.", "Slow tool", "Let it run at night.", "Answers", "assumed"]) {
    expect(first?.textContent).toContain(said);
  }
  expect(rows()[1]?.textContent).toContain("Re-entry");
});

it("unfolds to the values, with titles for ids and units for numbers, and to the source", async () => {
  await tray();
  await click(thing("Finding 2: Reason 2."));
  const detail = text(".finding-detail").replace(/\u00a0/g, " ");
  for (const said of ["ToolStock", "Latency130 s", "Answers · 130 s", "Limit10 s", "After A paper", "Asks"]) {
    expect(detail).toContain(said);
  }
});

describe("what is lit on the sheet", () => {
  it("is the finding under the pointer, else the one with the focus, else the unfolded one", async () => {
    const { editor } = await tray();
    const [second, first] = rows() as [HTMLElement, HTMLElement];
    await click(thing("Finding 2: Reason 2."));
    expect(editor.session.lit.value).toBe("print-2");
    await pointer(first, "pointerenter");
    expect(editor.session.lit.value).toBe("print-1");
    expect(first.classList).toContain("is-lit");
    await pointer(first, "pointerleave");
    expect(editor.session.lit.value).toBe("print-2");
    thing("Finding 1: Reason 1.").focus();
    await settle();
    expect(editor.session.lit.value).toBe("print-1");
    thing("Finding 1: Reason 1.").blur();
    await press(second, "Escape");
    expect(editor.session.lit.value).toBeNull();
  });

  it("is let go when its finding is gone", async () => {
    const page = await tray();
    await click(thing("Finding 2: Reason 2."));
    page.server.findings = [finding(1)];
    page.editor.submit("", [{ op: "set", type: "step", id: "f1", field: "title", value: "Answers now" }]);
    await settle(400);
    expect(rows().map((row) => row.dataset["finding"])).toEqual(["print-1"]);
    expect(page.editor.session.lit.value).toBeNull();
  });
});

it("arrows lead from one reason to the next", async () => {
  await tray();
  thing("Finding 2: Reason 2.").focus();
  await press(document.activeElement!, "ArrowDown");
  expect(document.activeElement?.textContent).toContain("Reason 1.");
  await press(document.activeElement!, "ArrowUp");
  await press(document.activeElement!, "ArrowUp");
  expect(document.activeElement?.textContent).toContain("Reason 2.");
});

it("a step concerned leads to its card", async () => {
  const { editor } = await tray();
  await click(thing("Answers", ".step-chip"));
  expect([...editor.session.selection.value]).toEqual(["f1"]);
});

it("folds, and the panel tells a step's own findings", async () => {
  const { editor } = await tray();
  editor.session.select(editor.state.value.step.get("f1") ?? null);
  await settle();
  expect(text(".panel [role=tablist]")).toContain("Findings 2");
  expect(text(".panel .step-findings")).toContain("Reason 2.");
  await click(thing("Values and ways out"));
  expect(text(".panel .step-findings")).toContain("Automate");
  await click(document.querySelector<HTMLElement>(".tray .icon-button")!);
  expect(document.querySelector(".tray")).toBeNull();
});

it("what could not be judged stands by kind, and leads to the field that would let it", async () => {
  await tray([]);
  expect(text(".tray")).toContain("No friction seen so far.");
  await click(thing("2 fields to fill in"));
  expect(text(".unknowns")).toContain("Slow toolnot said yet: the latency");
  expect(text(".unknowns")).toContain("Re-entrynot said yet: into which tool it is typed");
  await click(thing("Till", ".unknowns button"));
  expect((document.activeElement as HTMLElement).dataset["field"]).toBe("tool/till/latency_s");
});
