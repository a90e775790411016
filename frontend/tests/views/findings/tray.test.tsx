// @vitest-environment jsdom
/** The list of findings: pairs, all of them with filters, what it lights on the sheet, what could not be judged. */
import { describe, expect, it, vi } from "vitest";
import { visit } from "../../../src/actions/platform";
import type { Finding, Unknown } from "../../../src/sync/friction";
import type { Pair } from "../../../src/sync/prices";
import { Tray } from "../../../src/views/findings/Tray";
import { Panel } from "../../../src/views/panel/Panel";
import { click, open, press, settle, stillTime, text, thing, type Page } from "../page";

vi.mock("../../../src/actions/platform", () => ({ isMac: () => false, visit: vi.fn() }));
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
const pair = (irritant: string, of: string | null): Pair => ({
  irritant,
  finding: of,
  credit_customer_min: 1,
  credit_employee_min: 2,
  minutes_per_month: null,
  path: ["f1", irritant],
  sentence: `${irritant} hurts.`,
});
const cost = {
  employee_min: 3,
  customer_min: 2,
  per_month: { low: 400, base: 500, high: 600 },
  currency: "EUR",
  customer_hours_per_month: 20,
  missing: [] as readonly string[],
  rests_on: "assumed",
};
const flow = (lead: number) => ({
  lead_min: lead,
  customer_work_min: 4,
  customer_wait_min: { c1: lead - 4 },
  employee_min: { ann: lead / 2 },
  visits: {},
  critical_path: [],
  sampled: false,
});

/** With prices: two findings, of which the second explains an irritant. */
const tray = async ({
  findings = [
    finding(2, { customer_min: 2, employee_min: 3 }),
    finding(1, { detector: "re-entry", steps: ["c1"] }),
  ],
  pairs = [pair("c1", "print-2")],
  inaction = cost,
  notes = [],
}: {
  findings?: readonly Finding[];
  pairs?: readonly Pair[] | null;
  inaction?: object;
  notes?: readonly string[];
} = {}): Promise<Page> =>
  open(
    (editor) => (
      <>
        <Panel editor={editor} />
        <Tray editor={editor} />
      </>
    ),
    {
      findings,
      unknown,
      answers: {
        "friction/": pairs === null ? {} : { pairs, cost: inaction, flow: flow(20), notes },
        "what-if/": {
          seq: 0,
          before: { ...flow(20), cost: { per_month: 500, currency: "EUR" } },
          after: { ...flow(14), cost: { per_month: 200, currency: "EUR" } },
          gone: ["print-2", "print-1"],
          new: ["other"],
          saved: { ...cost, per_month: { low: 200, base: 300, high: 350 } },
        },
        "target/": { id: "t1", title: "Shop (target)" },
      },
    },
  );
const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>(".finding")];
const names = (): (string | undefined)[] => rows().map((row) => row.dataset["finding"]);
const pointer = async (
  row: HTMLElement,
  type: "pointerenter" | "pointermove" | "pointerleave",
): Promise<void> => {
  row.dispatchEvent(new Event(type));
  await settle();
};
const all = (): Promise<void> => click(thing("All 2 findings", ".lists button"));
const plain = (selector: string): string => text(selector).replace(/[\u00a0\u202f]/g, " ");

describe("the three irritants with their obstacles", () => {
  it("stand first: who is hurt, why, how to mend it, minutes a case, money a month and its ground", async () => {
    const page = await tray();
    page.editor.submit("", [
      { op: "set", type: "blueprint", id: "blueprint", field: "cases_per_month", value: 100 },
      { op: "set", type: "blueprint", id: "blueprint", field: "cost_per_hour", value: 40 },
    ]);
    await settle(400);
    expect(plain(".tray h2")).toBe("1 customer irritant ← 1 team obstacle");
    expect(rows()).toEqual([]);
    for (const said of [
      "2",
      "Asks",
      "Reason 2.",
      "Slow tool · Let it run at night.",
      "−2 min customer, −3 min team per case",
      "€200 a month assumed",
      "Without it?",
    ]) {
      expect(plain(".pair")).toContain(said);
    }
    expect(plain(".inaction")).toBe(
      "Doing nothing: €500 a month (€400 to €600) and 20 h of customers, assumed",
    );
  });

  it("are named without a number where there are none", async () => {
    await tray({ findings: [], pairs: [] });
    expect(text(".lists button:first-child")).toBe("Irritants");
    expect(text(".lists button:nth-child(2)")).toBe("Findings");
  });

  it("one that no finding explains says so", async () => {
    await tray({ pairs: [pair("c1", null)] });
    expect(plain(".tray h2")).toBe("1 customer irritant ← 0 team obstacles");
    expect(text(".pair")).toContain("No finding seen so far explains this irritant.");
    expect(document.querySelector(".pair .without")).toBeNull();
  });

  it("where volume or rate is unknown the field is named, and leads there", async () => {
    await tray({ inaction: { ...cost, per_month: null, missing: ["cases_per_month"] } });
    expect(plain(".inaction")).toContain("missing: the cases a month");
    await click(document.querySelector<HTMLElement>(".pair .missing")!);
    expect((document.activeElement as HTMLElement).dataset["field"]).toBe(
      "blueprint/blueprint/cases_per_month",
    );
  });

  it("every finding is there before its price, in the order given", async () => {
    await tray({ pairs: null });
    expect(text(".tray h2")).toBe("2 findings");
    expect(names()).toEqual(["print-2", "print-1"]);
  });

  it("keeps the marks of all findings while only three are listed", async () => {
    await tray();
    const marks = [...document.querySelectorAll<HTMLElement>(".tray [data-finding]")];
    expect(new Set(marks.map((mark) => mark.dataset["finding"]))).toEqual(new Set(["print-1", "print-2"]));
  });
});

it("says what the figures were drawn from, where not all was followed", async () => {
  await tray({ notes: ["4,096 of many cases were followed."] });
  expect(text(".tray-caveats")).toBe("4,096 of many cases were followed.");
});

describe("all findings", () => {
  it("stand each with its number, kind, reason, steps and first way out", async () => {
    await tray();
    await all();
    const [first, second] = rows();
    for (const said of ["2", "Reason 2.", "Slow tool", "Let it run at night.", "Answers", "assumed"]) {
      expect(first?.textContent).toContain(said);
    }
    expect(second?.textContent).toContain("Re-entry");
    expect(second?.textContent).toContain("no price in time");
  });

  it("are narrowed by kind, lane and actor together, and counted", async () => {
    await tray();
    await all();
    const narrow = async (facet: string, value: string): Promise<void> => {
      const select = document.querySelector<HTMLSelectElement>(`[aria-label="${facet}"]`)!;
      select.value = value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
      await settle();
    };
    await narrow("Lane", "cust");
    expect(names()).toEqual(["print-1"]);
    expect(text(".filters-count")).toBe("1 of 2");
    await narrow("Kind", "tool-latency");
    expect(names()).toEqual([]);
    await click(thing("Take them off"));
    expect(names()).toEqual(["print-2", "print-1"]);
    expect(text(".filters-count")).toBe("");
  });

  it("arrows lead from one reason to the next", async () => {
    await tray();
    await all();
    thing("Finding 2: Reason 2.").focus();
    await press(document.activeElement!, "ArrowDown");
    expect(document.activeElement?.textContent).toContain("Reason 1.");
    await press(document.activeElement!, "ArrowUp");
    await press(document.activeElement!, "ArrowUp");
    expect(document.activeElement?.textContent).toContain("Reason 2.");
  });

  it("a step concerned leads to its card", async () => {
    const { editor } = await tray();
    await all();
    await click(thing("Answers", ".step-chip"));
    expect([...editor.session.selection.value]).toEqual(["f1"]);
  });
});

describe("a finding opened", () => {
  it("tells in the panel its values with units, whom it hurts, its ways out with their source", async () => {
    const { editor } = await tray();
    await click(thing("Finding 2: Reason 2."));
    expect(editor.session.opened.value).toBe("print-2");
    const said = plain(".finding-view");
    for (const part of [
      "Reason 2.",
      "ToolStock",
      "Latency130 s",
      "Answers · 130 s",
      "After A paper",
      "Asks",
    ]) {
      expect(said).toContain(part);
    }
    expect(document.querySelector(".finding-view a")?.getAttribute("href")).toBe("/friction/tool-latency/");
  });

  it("and asked “without it?” leads to the figures before and after", async () => {
    await tray();
    await click(thing("Without it?"));
    await settle();
    expect(document.activeElement?.textContent).toBe("What if it were gone?");
    for (const figure of [
      "Lead time20 min14 min−6 min",
      "Team works10 min7 min−3 min",
      "Cost a month€500€200−€300",
    ]) {
      expect(plain(".what-if .figures")).toContain(figure);
    }
    const said = plain(".what-if");
    expect(said).toContain("Spares €300 a month (€200 to €350), assumed");
    expect(said).toContain("Also takes away: Finding 1 · Re-entry");
    expect(said).toContain("But 1 finding comes in its place.");
  });

  it("is let go by Escape, by its own button, and when it is gone", async () => {
    const page = await tray();
    const { opened } = page.editor.session;
    await click(thing("Finding 2: Reason 2."));
    await click(thing("Finding 2: Reason 2."));
    expect(opened.value).toBeNull();
    await click(thing("Finding 2: Reason 2."));
    await press(document.querySelector(".finding-view")!, "Escape");
    expect(opened.value).toBeNull();
    await click(thing("Finding 2: Reason 2."));
    await press(thing("Finding 2: Reason 2."), "Escape");
    expect(opened.value).toBeNull();
    await click(thing("Finding 2: Reason 2."));
    page.server.findings = [finding(1)];
    page.editor.submit("", [{ op: "set", type: "step", id: "f1", field: "title", value: "Answers now" }]);
    await settle(400);
    expect(opened.value).toBeNull();
    expect(page.editor.session.announcement.value).toContain("gone");
  });
});

describe("several chosen", () => {
  const choose = (): Promise<void> => click(document.querySelector<HTMLElement>(".choose:enabled")!);

  it("give their figures together; only what has a price can be chosen", async () => {
    await tray();
    await all();
    expect(document.querySelectorAll(".choose:enabled")).toHaveLength(1);
    await choose();
    expect(plain(".basket")).toContain("Without this finding:");
    expect(plain(".basket")).toContain("Lead time20 min → becomes 14 min −6 min");
    await click(thing("Clear"));
    expect(document.querySelector(".basket")).toBeNull();
  });

  it("make the target, to which the page then goes", async () => {
    const page = await tray();
    await all();
    await choose();
    page.connection.calls.length = 0;
    await click(thing("Make the target"));
    expect(page.connection.calls).toContain("POST target/");
    expect(visit).toHaveBeenCalledWith("/blueprints/t1/");
  });
});

describe("what is lit on the sheet", () => {
  it("is the finding under the pointer, else the one with the focus, else the opened one", async () => {
    const { editor } = await tray();
    await all();
    const [, first] = rows() as [HTMLElement, HTMLElement];
    await click(thing("Finding 2: Reason 2."));
    expect(editor.session.lit.value).toBe("print-2");
    await pointer(first, "pointerenter"); // the list came to lie under it
    expect(editor.session.lit.value).toBe("print-2");
    await pointer(first, "pointermove");
    expect(editor.session.lit.value).toBe("print-1");
    expect(first.classList).toContain("is-lit");
    await pointer(first, "pointerleave");
    expect(editor.session.lit.value).toBe("print-2");
    thing("Finding 1: Reason 1.").focus();
    await settle();
    expect(editor.session.lit.value).toBe("print-1");
    thing("Finding 1: Reason 1.").blur();
    await click(thing("Finding 2: Reason 2."));
    expect(editor.session.lit.value).toBeNull();
  });

  it("is let go when the list folds under the pointer", async () => {
    const { editor } = await tray();
    await all();
    await pointer(rows()[0]!, "pointermove");
    await click(document.querySelector<HTMLElement>(".tray-fold")!);
    expect(editor.session.lit.value).toBeNull();
    expect(rows()).toEqual([]);
    expect(text(".tray h2")).toBe("2 findings");
  });
});

it("the panel tells a step's own findings, and opens them", async () => {
  const { editor } = await tray();
  editor.session.select(editor.state.value.step.get("f1") ?? null);
  await settle();
  expect(text(".panel [role=tablist]")).toContain("Findings 1");
  expect(text(".panel .step-findings")).toContain("Reason 2.");
  await click(thing("Values and ways out", ".panel button"));
  expect(text(".finding-view")).toContain("Automate");
});

it("what could not be judged stands by kind, and leads to the field that would let it", async () => {
  await tray({ findings: [], pairs: null });
  expect(text(".tray")).toContain("No friction seen so far.");
  await click(thing("2 fields to fill in"));
  expect(text(".unknowns")).toContain("Slow toolnot said yet: the latency");
  expect(text(".unknowns")).toContain("Re-entrynot said yet: into which tool it is typed");
  await click(thing("Till", ".unknowns button"));
  expect((document.activeElement as HTMLElement).dataset["field"]).toBe("tool/till/latency_s");
});
