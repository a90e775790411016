// @vitest-environment jsdom
/** What the panel shows for what is selected, and the changes its lists make. */
import { describe, expect, it } from "vitest";
import { apply } from "../../../src/model/apply";
import { put } from "../../../src/model/records";
import { goTo } from "../../../src/views/panel/goto";
import { Panel } from "../../../src/views/panel/Panel";
import {
  click,
  field,
  leave,
  open,
  press,
  settle,
  shop,
  stillTime,
  text,
  thing,
  type,
  type Page,
} from "../page";

stillTime();

const panel = (more?: Parameters<typeof open>[1]): Promise<Page> =>
  open((editor) => <Panel editor={editor} />, more);
const choose = async (page: Page, step: string): Promise<void> => {
  page.editor.session.select(page.server.state.step.get(step) ?? null);
  await settle();
};
const tabs = (): string[] => [...document.querySelectorAll("[role=tab]")].map((tab) => tab.textContent);
const labels = (): string[] =>
  [...document.querySelectorAll("label, legend")].map((label) => label.textContent.trim());

describe("what it is about", () => {
  it("is the blueprint while nothing is selected", async () => {
    await panel();
    expect(tabs()).toEqual(["Blueprint", "Notes"]);
    expect(field("Title").value).toBe("Shop");
    expect(labels()).toContain("Cases a month");
  });

  it("is a step with its findings; those of customers and employees differ", async () => {
    const page = await panel();
    await choose(page, "f1");
    expect(tabs()).toEqual(["Step", "Findings 0", "Notes", "Blueprint"]);
    expect(text(".questions")).toContain("With what autonomy?");
    expect(labels()).not.toContain("The customer expects");
    await choose(page, "c1");
    expect(document.querySelector(".questions")).toBeNull();
    expect(labels()).toContain("The customer expects");
    expect(labels()).not.toContain("Measured on");
  });

  it("is a link, a lane, a moment or a phase", async () => {
    const page = await panel();
    page.editor.session.selectedLink.value = "k1";
    await settle();
    expect(text(".panel-title")).toBe("Asks → Answers");
    page.editor.session.selectedLink.value = null;
    for (const [on, id, title] of [
      ["lane", "front", "Counter"],
      ["moment", "m1", "Ask"],
      ["phase", "p1", "Choose"],
    ] as const) {
      page.editor.session.focus.value = { on, id };
      await settle();
      expect(field("Title").value).toBe(title);
    }
  });

  it("can be folded, and gives its place back", async () => {
    const page = await panel();
    await click(document.querySelector<HTMLElement>(".panel-close")!);
    expect(page.editor.session.panel.value.open).toBe(false);
    expect(document.querySelector(".panel")).toBeNull();
  });

  it("waits folded until something is selected, where the page says so, and lets a double click pass", async () => {
    const page = await panel();
    page.editor.session.panel.value = { open: true, tab: "step", waits: true };
    await settle(1000);
    expect(document.querySelector(".panel")).toBeNull();
    await choose(page, "f1");
    expect(document.querySelector(".panel")).toBeNull();
    await settle(400);
    expect(tabs()).toEqual(["Step", "Findings 0", "Notes", "Blueprint"]);
    page.editor.session.select(null);
    await settle(1000);
    expect(tabs()).toEqual(["Blueprint", "Notes"]);
  });

  it("tabs are walked with arrows, one of them in the tab order", async () => {
    const page = await panel();
    await choose(page, "f1");
    await press(thing("Step", "[role=tab]"), "ArrowRight");
    expect(document.activeElement?.textContent).toBe("Findings 0");
    expect(document.activeElement?.getAttribute("aria-selected")).toBe("true");
    expect(document.querySelectorAll('[role=tab][tabindex="0"]')).toHaveLength(1);
  });
});

describe("tools of a step", () => {
  it("are found by typing", async () => {
    const page = await panel();
    await choose(page, "f1");
    await type(field("Add a tool"), "st");
    expect(document.activeElement?.getAttribute("aria-expanded")).toBe("true");
    expect(thing("Stock", "[role=option]").getAttribute("aria-selected")).toBe("true");
    await press(field("Add a tool"), "Enter");
    expect([...page.server.state.use.values()].map(({ tool }) => tool)).toEqual(["stock"]);
    expect(field("Add a tool").value).toBe("");
    expect(text(".chip")).toBe("Stock · 130\u00a0s");
  });

  it("are made on the fly, as one change with their use", async () => {
    const page = await panel();
    await choose(page, "f1");
    await type(field("Add a tool"), "Handheld");
    expect(thing("Create", "[role=option]").textContent).toContain("Handheld");
    await leave(field("Add a tool"));
    expect(page.server.log).toHaveLength(1);
    const [use] = page.server.state.use.values();
    expect(page.server.state.tool.get(use!.tool)?.title).toBe("Handheld");
  });

  it("Escape closes the list and takes back what was typed", async () => {
    const page = await panel();
    await choose(page, "f1");
    await type(field("Add a tool"), "st");
    await press(field("Add a tool"), "Escape");
    expect(field("Add a tool").value).toBe("");
    await leave(field("Add a tool"));
    expect(page.server.log).toHaveLength(0);
  });

  it("unfold to times, latency and their place in the order", async () => {
    const state = apply(shop(), [
      put("use", { id: "u1", step: "f1", tool: "till" }),
      put("use", { id: "u2", step: "f1", tool: "stock" }),
    ]).state;
    const page = await panel({ state });
    await choose(page, "f1");
    await click(thing("Stock", ".chip"));
    await type(field("Times"), "3");
    await press(field("Times"), "Enter");
    await type(field("Latency at each use"), "2 min");
    await press(field("Latency at each use"), "Enter");
    await click(thing("← Earlier"));
    const { use, tool } = page.server.state;
    expect(use.get("u2")?.times).toBe(3);
    expect(tool.get("stock")?.latency_s).toBe(120);
    expect([...document.querySelectorAll(".chip")].map((chip) => chip.textContent.slice(0, 5))).toEqual([
      "Stock",
      "Till",
    ]);
    await type(field("Times"), "");
    await leave(field("Times"));
    expect(use.get("u2")?.times).toBe(3); // how often is never unknown
  });
});

it("an actor is the lane's until another is named; emptied, it is the lane's again", async () => {
  const page = await panel();
  await choose(page, "f1");
  await type(field("Who"), "Ann");
  await press(field("Who"), "Enter");
  expect(page.server.state.step.get("f1")?.actor).toBe("ann");
  await type(field("Who"), "");
  await leave(field("Who"));
  expect(page.server.state.step.get("f1")?.actor).toBeNull();
});

it("the four questions answer in words, and say where the answer hurts", async () => {
  const page = await panel();
  await choose(page, "f1");
  const question = (words: string): HTMLElement => thing(words, ".question");
  expect(question("With what autonomy?").textContent).toContain("Not said yet");
  await click(thing("has to ask", ".choice").querySelector("input")!);
  await click(thing("minor", ".choice").querySelector("input")!);
  expect(question("With what autonomy?").textContent).toContain("has to ask · minor stakes");
  expect(question("With what autonomy?").classList).toContain("is-bad");
  await type(field("Add information: needs"), "Address");
  await press(field("Add information: needs"), "Enter");
  const [need] = page.server.state.exchange.values();
  expect(need).toMatchObject({ step: "f1", information: "address", how: "needs", state: null });
  await type(field("Form of “Address”"), "one line");
  await leave(field("Form of “Address”"));
  expect(question("In which form?").textContent).toContain("one line");
});

describe("libraries", () => {
  it("say who has access: everyone, some, no one", async () => {
    const page = await panel();
    await click(field("Everyone"));
    const tool = (): unknown => page.server.state.tool.get("till")?.actors;
    expect(tool()).toEqual(["ann"]);
    await click(field("Ann"));
    expect(tool()).toEqual([]);
    expect(text(".access .hint")).toBe("Nobody has access.");
    await click(field("Everyone"));
    expect(tool()).toBeNull();
  });

  it("say what a tool passes on by itself", async () => {
    const page = await panel();
    await type(field("Information that the tool passes on"), "Address");
    await press(field("Information that the tool passes on"), "Enter");
    await type(field("Tool that receives it"), "Stock");
    await press(field("Tool that receives it"), "Enter");
    expect([...page.server.state.feed.values()]).toMatchObject([
      { tool: "till", information: "address", to: "stock" },
    ]);
    expect(text(".feed")).toContain("Address → Stock");
  });

  it("grow by typing a name and Enter, once", async () => {
    const page = await panel();
    const add = field("Add a channel");
    await type(add, "Phone");
    add.form?.requestSubmit();
    await settle();
    await leave(add);
    expect([...page.server.state.channel.values()].map(({ title }) => title)).toEqual(["Phone"]);
  });

  it("remove what is no longer there", async () => {
    const page = await panel();
    await click(thing("Delete", "[data-record='tool/till'] button"));
    expect(page.server.state.tool.has("till")).toBe(false);
  });
});

describe("leading to a field", () => {
  it("unfolds what hides it and puts the focus there", async () => {
    const page = await panel();
    goTo(page.editor, { type: "tool", id: "till", field: "latency_s" });
    await settle();
    expect(document.activeElement).toBe(field("Latency at each use"));
    expect(document.activeElement?.closest("details")?.open).toBe(true);
  });

  it("understands the place of a use or exchange within its step", async () => {
    const state = apply(shop(), [
      put("exchange", { id: "x1", step: "f1", information: "address", how: "reads", tool: "till" }),
      put("exchange", { id: "x2", step: "f1", information: "address", how: "types" }),
    ]).state;
    const page = await panel({ state });
    goTo(page.editor, { type: "step", id: "f1", field: "information[1].tool" });
    await settle();
    expect((document.activeElement as HTMLElement).dataset["field"]).toBe("exchange/x2/tool");
    expect([...page.editor.session.selection.value]).toEqual(["f1"]);
  });
});
