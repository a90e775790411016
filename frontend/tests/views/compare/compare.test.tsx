// @vitest-environment jsdom
/** Today and target: the way between them in the bar, and what the comparison tells. */
import { expect, it } from "vitest";
import { set } from "../../../src/model/records";
import { apply } from "../../../src/model/apply";
import { Compare } from "../../../src/views/compare/Compare";
import { Twins } from "../../../src/views/shell/Twins";
import { click, open, settle, shop, stillTime, text, type Page } from "../page";

stillTime();

const flow = (lead: number, ann: number) => ({
  lead_min: lead,
  customer_work_min: 4,
  customer_wait_min: { c1: 3 },
  employee_min: { ann },
});
const finding = (number: number) => ({
  fingerprint: `print-${number}`,
  detector: "tool-latency",
  because: `Reason ${number}.`,
});
const COMPARISON = {
  resolved: [finding(1)],
  worsened: [{ ...finding(2), customer_min: 3, before: { customer_min: 1, employee_min: null } }],
  new: [finding(3)],
  kept: [finding(4)],
  moved: [
    {
      from: "employee",
      to: "customer",
      customer_min: 4,
      employee_min: -3,
      sentence: "The customer does it.",
    },
  ],
  flow: { before: flow(20, 6), after: flow(12, 9) },
  steps: [
    {
      step: "f1",
      title: "Answers",
      change: "changed",
      fields: {
        work_min: { before: 5, after: null },
        basis: { before: undefined, after: "proposed" },
        uses: { before: [{ tool: "till" }, { tool: "stock" }], after: [{ tool: "till" }] },
      },
    },
    { step: "x", title: "Looks up", change: "removed", fields: {} },
  ],
};
const entry = (id: string, as_is: string | null, changed = "") => ({
  id,
  title: `Sheet ${id}`,
  as_is,
  changed,
  url: `/blueprints/${id}/`,
});
const page = (blueprints: readonly object[], state = shop()): Promise<Page> =>
  open(
    (editor) => (
      <>
        <Twins editor={editor} />
        <Compare editor={editor} />
      </>
    ),
    { state, answers: { "/api/blueprints/b/compare/": COMPARISON, "/api/blueprints/": blueprints } },
  );

const plain = (selector: string): string => text(selector).replace(/\u00a0/g, " ");

it("a blueprint that stands alone says which state it shows", async () => {
  await page([entry("b", null), entry("other", "elsewhere")]);
  await settle();
  expect(text(".state")).toBe("Today");
  expect(document.querySelector(".segments")).toBeNull();
});

it("a blueprint without a target says how one is made", async () => {
  const { editor } = await page([entry("b", null)]);
  await settle();
  expect(text(".compare")).toContain("no target yet");
  editor.session.tray.value = false;
  await click(document.querySelector<HTMLElement>(".compare-none .button")!);
  expect(editor.session.list.value).toBe("all");
  expect(editor.session.tray.value).toBe(true);
});

it("a pair leads from one to the other; the newest target counts", async () => {
  await page([entry("b", null), entry("old", "b", "2024-01-01"), entry("t", "b", "2025-01-01")]);
  await settle();
  const [today, target] = [...document.querySelectorAll<HTMLAnchorElement>(".segments a")];
  expect(today?.getAttribute("aria-current")).toBe("page");
  expect(target?.getAttribute("href")).toBe("/blueprints/t/");
});

it("a target knows what it is the target of", async () => {
  const state = apply(shop(), [set("blueprint", "blueprint", "as_is", "a")]).state;
  await page([entry("a", null), entry("b", "a")], state);
  await settle();
  const [today, target] = [...document.querySelectorAll<HTMLAnchorElement>(".segments a")];
  expect(today?.getAttribute("href")).toBe("/blueprints/a/");
  expect(target?.getAttribute("aria-current")).toBe("page");
});

it("the comparison tells figures, what went, worsened, came or only moved, and the steps", async () => {
  await page([entry("b", null), entry("t", "b")]);
  await settle();
  const said = plain(".compare");
  expect(said).toContain("1 resolved · 1 worsened · 1 new · 1 moved · 1 unchanged");
  expect(said).toContain("Lead time20 min12 min−8 min");
  expect(said).toContain("Ann6 min9 min+3 min");
  expect(plain(".compare-group.moved")).toContain("Team −3 min→Customer +4 minThe customer does it.");
  expect(plain(".compare-group.worsened")).toContain("customer 1 min → 3 min");
  for (const [name, reason] of [
    ["resolved", "Reason 1."],
    ["worsened", "Reason 2."],
    ["new", "Reason 3."],
  ] as const) {
    expect(text(`.compare-group.${name}`)).toContain(reason);
  }
  expect(plain(".compare-steps")).toContain(
    "Answers changedWork5 min → unknownSourceassumed → proposedTools, in ordertaken out: Stock",
  );
  expect(text(".compare-steps")).toContain("Looks up removed");
  // Worse and better are told by sign and by class, never by colour alone.
  expect(document.querySelectorAll(".compare .delta.worse")).toHaveLength(2);
});
