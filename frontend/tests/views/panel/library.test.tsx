// @vitest-environment jsdom
/** The library of a blueprint: finding, changing, merging and deleting what its steps name. */
import { describe, expect, it } from "vitest";
import { apply } from "../../../src/model/apply";
import { put, type Op } from "../../../src/model/records";
import { unfold } from "../../../src/views/panel/libraries/unfolded";
import { click, field, leave, press, settle, shop, stillTime, text, thing, type, type Page } from "../page";
import { panel } from "./open";

stillTime();

async function library(...parts: string[]): Promise<Page> {
  return libraryOf([], ...parts);
}
async function libraryOf(ops: readonly Op[], ...parts: string[]): Promise<Page> {
  const page = await panel({ state: apply(shop(), ops).state });
  for (const part of parts) unfold(page.editor, part);
  await settle();
  return page;
}
const entries = (): string[] => [...document.querySelectorAll(".entry-title")].map((one) => one.textContent);

describe("an entry", () => {
  it("says who has access: everyone, some, no one", async () => {
    const page = await library("tool", "tool/till");
    await click(field("Everyone"));
    const tool = (): unknown => page.server.state.tool.get("till")?.actors;
    expect(tool()).toEqual(["ann"]);
    await click(field("Ann"));
    expect(tool()).toEqual([]);
    expect(text(".access .hint")).toBe("Nobody has access.");
    await click(field("Everyone"));
    expect(tool()).toBeNull();
  });

  it("says what a tool passes on by itself, and loses no focus when that is cut", async () => {
    const page = await library("tool", "tool/till");
    await type(field("Information that the tool passes on"), "Address");
    await press(field("Information that the tool passes on"), "Enter");
    await type(field("Tool that receives it"), "Stock");
    await press(field("Tool that receives it"), "Enter");
    expect([...page.server.state.feed.values()]).toMatchObject([
      { tool: "till", information: "address", to: "stock" },
    ]);
    expect(text(".feed")).toContain("Address → Stock");
    await click(thing("Take away", ".feed button"));
    expect(page.server.state.feed.size).toBe(0);
    expect(document.activeElement).toBe(field("Information that the tool passes on"));
  });

  it("is renamed everywhere at once", async () => {
    const page = await libraryOf([put("use", { id: "u1", step: "f1", tool: "till" })], "tool", "tool/till");
    await type(field("Name"), "Cash desk");
    await leave(field("Name"));
    expect(page.server.state.tool.get("till")?.title).toBe("Cash desk");
    expect(page.server.log).toHaveLength(1);
  });

  it("says where it is used and leads to the card, while the library stays", async () => {
    const page = await libraryOf(
      [
        put("use", { id: "u1", step: "f1", tool: "till" }),
        put("exchange", { id: "x1", step: "f1", information: "address", how: "types", tool: "till" }),
      ],
      "tool",
      "tool/till",
    );
    expect(thing("Till", ".entry summary").textContent).toContain("1 step");
    expect(thing("Stock", ".entry summary").textContent).toContain("unused");
    expect(text(".places")).toContain("Answers · uses it, reads or types there");
    await click(thing("Answers", ".place"));
    expect([...page.editor.session.selection.value]).toEqual(["f1"]);
    expect(document.querySelector(".places")).not.toBeNull();
  });

  it("is deleted after what goes with it was said, and the focus stays in the list", async () => {
    const page = await libraryOf(
      [
        put("use", { id: "u1", step: "f1", tool: "till" }),
        { op: "set", type: "information", id: "address", field: "held_in", value: "till" },
      ],
      "tool",
      "tool/till",
    );
    expect(text(".removal .hint")).toBe("With it go 1 use. Elsewhere 1 mention is cleared.");
    await click(thing("Delete Till"));
    expect(page.server.state.tool.has("till")).toBe(false);
    expect(page.server.state.use.size).toBe(0);
    expect(document.activeElement?.textContent).toContain("Stock");
  });
});

describe("two entries", () => {
  const twins = [
    put("tool", { id: "till2", title: "till " }),
    put("use", { id: "u1", step: "f1", tool: "till2" }),
  ];

  it("that are called nearly the same are pointed out, and become one in one change", async () => {
    const page = await libraryOf(twins, "tool", "tool/till");
    expect(thing("Till", ".entry summary").textContent).toContain("a double?");
    expect(text(".twin p")).toBe("Looks like “till ” (1 step).");
    await click(thing("It’s the same"));
    expect(page.server.log).toHaveLength(1);
    expect(page.server.state.tool.has("till2")).toBe(false);
    expect(page.server.state.use.get("u1")?.tool).toBe("till");
    expect(document.activeElement).toBe(field("Name"));
    page.editor.sync.undo();
    await settle();
    expect(page.server.state.use.get("u1")?.tool).toBe("till2");
    expect(page.server.state.tool.get("till2")?.title).toBe("till ");
  });

  it("can be any two", async () => {
    const page = await libraryOf([], "tool", "tool/till");
    await type(field("Merge with another"), "stock");
    await press(field("Merge with another"), "Enter");
    expect(page.server.state.tool.get("till")).toMatchObject({ title: "Till", latency_s: 130 });
    expect(page.server.state.tool.has("stock")).toBe(false);
  });
});

describe("a long library", () => {
  const many = Array.from({ length: 60 }, (_, i) =>
    put("channel", { id: `ch${i}`, title: `Canal n°${i} été` }),
  );

  it("is found by typing, and says how many are left", async () => {
    await libraryOf(many, "channel");
    await type(field("Find among: Channels"), "nothing");
    expect(text(".library .hint")).toBe("Nothing of that name.");
    await type(field("Find among: Channels"), "7 ete");
    expect(entries()).toEqual(["Canal n°7 été"]);
    expect(text(".library-found")).toBe("1 of 60");
    await press(field("Find among: Channels"), "Escape");
    expect(entries()).toHaveLength(60);
  });

  it("has no such field while it is short", async () => {
    await library("tool");
    expect(document.querySelector(".library-filter")).toBeNull();
    expect(entries()).toEqual(["Till", "Stock"]);
  });

  it("grows by typing a name and Enter, once", async () => {
    const page = await library("channel");
    const add = field("Add a channel");
    await type(add, "Phone");
    add.form?.requestSubmit();
    await settle();
    await leave(add);
    expect([...page.server.state.channel.values()].map(({ title }) => title)).toEqual(["Phone"]);
  });
});
