// @vitest-environment jsdom
/** What the panel shows for what is selected, and the changes its lists make. */
import { describe, expect, it } from "vitest";
import { apply } from "../../../src/model/apply";
import { put } from "../../../src/model/records";
import { goTo } from "../../../src/views/panel/goto";
import { click, field, leave, press, settle, shop, stillTime, text, thing, type, type Page } from "../page";
import { choose, panel } from "./open";

stillTime();

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

describe("an empty cell", () => {
  it("is not known yet, or known to be empty", async () => {
    const page = await panel();
    page.editor.session.focus.value = { on: "cell", lane: "front", moment: "m1", step: null };
    await settle();
    expect(text(".panel-title")).toBe("Empty cell");
    await click(thing("nothing, and that is known", ".choice").querySelector("input")!);
    expect([...page.server.state.blank.values()]).toMatchObject([{ lane: "front", moment: "m1" }]);
    await click(thing("not known yet", ".choice").querySelector("input")!);
    expect(page.server.state.blank.size).toBe(0);
    await click(thing("Add a step"));
    expect(page.editor.session.editing.value).toEqual({ on: "new", lane: "front", moment: "m1", text: "" });
  });
});

describe("several steps", () => {
  const both = async (): Promise<Page> => {
    const state = apply(shop(), [
      put("step", {
        id: "f2",
        lane: "front",
        moment: "m2",
        title: "Writes",
        basis: "observed",
        actor: "ann",
      }),
      put("use", { id: "u1", step: "f2", tool: "till" }),
    ]).state;
    const page = await panel({ state });
    page.editor.session.selection.value = new Set(["f1", "f2"]);
    await settle();
    return page;
  };

  it("show what they have in common, and are set together in one change", async () => {
    const page = await both();
    expect(labels()).toContain("Source (differs between the steps)");
    expect(field("Who").placeholder).toBe("several");
    await click(thing("proposed", ".choice").querySelector("input")!);
    const of = (name: "basis" | "actor"): unknown[] =>
      ["f1", "f2"].map((id) => page.server.state.step.get(id)?.[name]);
    expect(of("basis")).toEqual(["proposed", "proposed"]);
    await type(field("Who"), "Bob");
    await press(field("Who"), "Enter");
    expect(new Set(of("actor")).size).toBe(1);
    expect(page.server.log).toHaveLength(2);
  });

  it("use a tool where they don't yet", async () => {
    const page = await both();
    await type(field("All of them use"), "Till");
    await press(field("All of them use"), "Enter");
    const uses = [...page.server.state.use.values()].map(({ step, tool }) => `${step} ${tool}`);
    expect(uses.sort()).toEqual(["f1 till", "f2 till"]);
  });
});

describe("the part of the cases", () => {
  const forked = async (): Promise<Page> => {
    const state = apply(shop(), [
      put("step", { id: "c2", lane: "cust", moment: "m2", title: "Leaves" }),
      put("step", { id: "c3", lane: "cust", moment: "m2", title: "Stays" }),
      put("link", { id: "k2", source: "c1", target: "c2", share: 0.3 }),
      put("link", { id: "k3", source: "c1", target: "c3", share: 0.3 }),
    ]).state;
    const page = await panel({ state });
    await choose(page, "c1");
    return page;
  };

  it("tells what remains, and gives it at a press", async () => {
    const page = await forked();
    expect(text(".outgoing > .hint")).toBe("Alternatives: a case takes one at most, and 40% take none.");
    await click(thing("the rest: 40%"));
    expect(page.server.state.link.get("k1")?.share).toBe(0.4);
    expect(text(".outgoing > .hint")).toContain("nothing is left");
  });

  it("is refused in words where it is more than the others leave", async () => {
    const page = await forked();
    const share = field("Share of cases to “Stays”");
    await type(share, "80");
    await leave(share);
    expect(text(".field-problem")).toBe("Only 70% of the cases are left; empty, all of them take this way.");
    expect(page.server.state.link.get("k3")?.share).toBe(0.3);
    expect(page.server.log).toHaveLength(0);
  });
});

it("a step can be put in another cell without dragging", async () => {
  const page = await panel();
  await choose(page, "f1");
  const moment = field("Moment") as unknown as HTMLSelectElement;
  moment.value = "0";
  moment.dispatchEvent(new Event("change", { bubbles: true }));
  await settle();
  expect(page.server.state.step.get("f1")?.moment).toBe("m1");
  expect(page.editor.session.focus.value).toMatchObject({ moment: "m1", step: "f1" });
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
