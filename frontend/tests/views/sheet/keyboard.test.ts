// @vitest-environment jsdom
/** The sheet by keys alone: going about, typing, moving, linking, headers; the focus is never lost. */
import { describe, expect, it } from "vitest";
import { put } from "../../../src/model/records";
import { smallSheet } from "../../fake/server";
import {
  focused,
  header,
  keyed,
  keys,
  noLayout,
  openSheet,
  settle,
  stillTime,
  titles,
  write,
  card,
} from "./page";

stillTime();
noLayout();

async function sheetAt(step = "c1") {
  const page = await openSheet();
  card(step).focus();
  await settle();
  return page;
}

describe("going about", () => {
  it("has one place that Tab reaches, which follows the arrows", async () => {
    const { editor } = await sheetAt();
    const tabbed = () => [...document.querySelectorAll('[role="grid"] [tabindex="0"]:not([role="slider"])')];
    expect(tabbed()).toEqual([card("c1")]);
    await keys("ArrowRight");
    expect(focused()).toBe("cust m2");
    expect(tabbed()).toHaveLength(1);
    await keys("ArrowDown");
    expect(focused()).toBe("f1");
    expect([...editor.session.selection.value]).toEqual(["f1"]);
  });

  it("leaves a selection behind when the focus is moved to another card: Delete means that card", async () => {
    const { editor } = await sheetAt();
    editor.session.selection.value = new Set(["f1"]); // as after an undo
    await keys("ArrowDown");
    editor.session.selection.value = new Set(["f1"]);
    card("c1").focus();
    await settle();
    expect([...editor.session.selection.value]).toEqual(["c1"]);
    await keys("Delete");
    expect([...editor.state.value.step.keys()]).toContain("f1");
    expect([...editor.state.value.step.keys()]).not.toContain("c1");
  });

  it("keeps a selection while a press that adds to it moves the focus", async () => {
    const { editor } = await sheetAt();
    editor.session.selection.value = new Set(["c1"]);
    const hand = { bubbles: true, cancelable: true, isPrimary: true, button: 0, ctrlKey: true };
    card("f1").dispatchEvent(new PointerEvent("pointerdown", hand));
    card("f1").focus();
    card("f1").dispatchEvent(new PointerEvent("pointerup", hand));
    await settle();
    expect([...editor.session.selection.value].sort()).toEqual(["c1", "f1"]);
  });

  it("says what it is to who can't see it", async () => {
    await openSheet();
    const grid = document.querySelector('[role="grid"]');
    expect(grid?.querySelectorAll('[role="columnheader"][data-header]')).toHaveLength(3);
    expect(grid?.querySelectorAll('[role="row"] > [role="gridcell"][data-lane]')).toHaveLength(4);
    expect(card("c1").getAttribute("aria-label")).toBe("Asks");
    expect(document.querySelector('[data-moment="m2"][data-lane="cust"]')?.getAttribute("aria-label")).toBe(
      "Customer, Wait, empty cell",
    );
  });
});

describe("typing", () => {
  it("can begin at once on an empty sheet: the keyboard stands where the customer's journey begins", async () => {
    const { editor } = await openSheet({ state: { ...smallSheet(), step: new Map(), link: new Map() } });
    await settle();
    expect(focused()).toBe("cust m1");
    await write("Asks");
    await keys("Enter");
    expect(titles(editor, "cust", "m1")).toEqual(["Asks"]);
  });

  it("in an empty cell makes a step; Enter goes on in the next moment, Escape ends it", async () => {
    const { editor } = await sheetAt();
    await keys("ArrowDown");
    expect(focused()).toBe("front m1");
    await write("Listens");
    await keys("Enter");
    expect(titles(editor, "front", "m1")).toEqual(["Listens"]);
    expect(editor.session.editing.value).toMatchObject({ on: "new", lane: "front", moment: "m2" });
    await write("Thinks");
    await keys("Escape");
    expect(titles(editor, "front", "m2")).toEqual(["Answers"]);
    expect(focused()).toBe("f1");
  });

  it("past the last moment makes one more with the card, in one change, without a detour through its name", async () => {
    const { editor, server } = await sheetAt();
    await keys("ArrowRight");
    await write("Waits");
    await keys("Enter");
    expect(editor.session.editing.value).toMatchObject({ on: "next", lane: "cust" });
    expect(editor.sheet.value.moments).toHaveLength(2); // nothing is there before something is typed
    const before = server.log.length;
    await write("Goes home");
    await keys("Enter");
    await settle();
    expect(editor.sheet.value.moments.map((moment) => moment.title)).toEqual(["Ask", "Wait", "Moment 3"]);
    expect(titles(editor, "cust", editor.sheet.value.moments.at(-1)?.id ?? "")).toEqual(["Goes home"]);
    expect(server.log.length).toBe(before + 1);
    await keys("Escape", "Ctrl+z");
    expect(editor.sheet.value.moments).toHaveLength(2);
  });

  it("past the last moment is typed on while somebody adds a moment, and begins anew after Enter", async () => {
    const { editor } = await sheetAt();
    await keys("ArrowRight", "ArrowRight");
    await write("Goes home");
    const field = document.activeElement;
    editor.submit("A moment of another's", [put("moment", { id: "m9", title: "Nine", phase: "p1" })]);
    await settle();
    expect(editor.sheet.value.moments).toHaveLength(3);
    expect(document.activeElement).toBe(field);
    expect(field).toHaveProperty("value", "Goes home");
    await keys("Enter");
    expect(editor.session.editing.value).toMatchObject({ on: "next", lane: "cust" });
    expect(document.activeElement).toHaveProperty("value", "");
  });

  it("makes the first phase and moment where there is none", async () => {
    const { editor } = await openSheet({
      state: { ...smallSheet(), step: new Map(), link: new Map(), moment: new Map(), phase: new Map() },
    });
    header("lane", "cust").focus();
    await settle();
    await keys("ArrowRight");
    await write("Asks");
    await keys("Enter");
    expect(editor.sheet.value.phases.map(({ phase }) => phase.title)).toEqual(["Phase 1"]);
    expect(titles(editor, "cust", editor.sheet.value.moments[0]?.id ?? "")).toEqual(["Asks"]);
  });

  it("goes along with Tab and back with Shift+Tab, keeping what was typed", async () => {
    const { editor } = await sheetAt("f1");
    await keys("Shift+Tab");
    expect(focused()).toBe("front m1");
    await write("Listens");
    await keys("Tab");
    expect(titles(editor, "front", "m1")).toEqual(["Listens"]);
    expect(focused()).toBe("f1");
    await keys("ArrowUp");
    await write("Waits");
    await keys("Shift+Tab");
    expect(titles(editor, "cust", "m2")).toEqual(["Waits"]);
    expect(focused()).toBe("c1");
  });

  it("keeps line breaks in a card’s title", async () => {
    const { editor } = await sheetAt();
    await keys("F2");
    expect((await keyed("Enter", { shiftKey: true })).defaultPrevented).toBe(false);
    await write(" Asks \n\n at the  counter ");
    await keys("Enter");
    expect(titles(editor, "cust", "m1")).toEqual(["Asks\nat the counter"]);
  });

  it("renames in place with F2, and leaves a title alone that was emptied", async () => {
    const { editor } = await sheetAt();
    await keys("F2");
    await write("Asks  politely ");
    await keys("Enter");
    expect(titles(editor, "cust", "m1")).toEqual(["Asks politely"]);
    expect(focused()).toBe("c1");
    await keys("F2");
    await write(" ");
    await keys("Enter");
    expect(titles(editor, "cust", "m1")).toEqual(["Asks politely"]);
  });

  it("replaces the title of a card, or of a header, by typing on it; Escape leaves it as it was", async () => {
    const { editor } = await sheetAt();
    await write("Looks around");
    await keys("Enter");
    expect(titles(editor, "cust", "m1")).toEqual(["Looks around"]);
    await write("No");
    await keys("Escape");
    expect(titles(editor, "cust", "m1")).toEqual(["Looks around"]);
    await keys("ArrowUp");
    await write("First");
    await keys("Enter");
    expect(editor.sheet.value.moments.map((moment) => moment.title)).toEqual(["First", "Wait"]);
  });

  it("adds a second step to a cell with Ctrl+Enter", async () => {
    const { editor } = await sheetAt();
    await keys("Ctrl+Enter");
    await write("Looks around");
    await keys("Enter");
    expect(titles(editor, "cust", "m1")).toEqual(["Asks", "Looks around"]);
  });

  it("keeps what was typed when the field is left", async () => {
    const { editor } = await sheetAt();
    await keys("ArrowRight");
    await write("Waits");
    (document.activeElement as HTMLElement).blur();
    await settle();
    expect(titles(editor, "cust", "m2")).toEqual(["Waits"]);
  });
});

describe("moving, deleting, linking", () => {
  it("moves with Ctrl and arrows, and the focus goes along", async () => {
    const { editor } = await sheetAt();
    await keys("Ctrl+ArrowRight", "Ctrl+ArrowDown");
    expect(titles(editor, "front", "m2")).toEqual(["Answers", "Asks"]);
    expect(focused()).toBe("c1");
  });

  it("keeps the focus in its place through delete, and on what undo brings back", async () => {
    const { editor } = await sheetAt();
    await keys("Delete");
    expect(editor.state.value.step.has("c1")).toBe(false);
    expect(focused()).toBe("cust m1");
    await keys("Ctrl+z");
    expect(editor.state.value.step.has("c1")).toBe(true);
    expect(focused()).toBe("c1");
  });

  it("links with Alt+L, arrows and Enter; Escape leaves everything as it was", async () => {
    const { editor } = await sheetAt("f1");
    await keys("Alt+l", "ArrowLeft", "Escape");
    expect(editor.state.value.link.size).toBe(1);
    expect(document.querySelector(".preview")).toBeNull();
    await keys("Alt+l", "ArrowLeft", "Enter");
    const links = [...editor.state.value.link.values()].map(({ source, target }) => [source, target]);
    expect(links).toContainEqual(["f1", "c1"]);
    expect(focused()).toBe("f1");
    expect(editor.session.editing.value).toBeNull();
  });

  it("links to the neighbour with Alt and an arrow; where there is none it is typed, and comes with its link", async () => {
    const { editor, server } = await sheetAt("f1");
    await keys("Alt+ArrowUp");
    expect(editor.session.editing.value).toMatchObject({
      on: "new",
      lane: "cust",
      moment: "m2",
      linkFrom: "f1",
    });
    const before = server.log.length;
    await write("Hears it 30%");
    await keys("Alt+ArrowLeft"); // and on to the card that is there
    await settle();
    const made = editor.sheet.value.cell("cust", "m2")[0];
    expect(made?.title).toBe("Hears it");
    expect(server.log.length).toBe(before + 2);
    const links = [...editor.state.value.link.values()].map(({ source, target, share }) => [
      source,
      target,
      share,
    ]);
    expect(links).toContainEqual(["f1", made?.id, 0.3]);
    expect(links).toContainEqual([made?.id, "c1", null]);
    expect(focused()).toBe("c1");
    await keys("Alt+ArrowUp");
    expect(editor.session.announcement.value).toBe("Edge of the sheet");
  });

  it("chains cards within a cell with Alt+Enter", async () => {
    const { editor } = await sheetAt();
    await keys("ArrowRight");
    await write("Waits");
    await keys("Alt+Enter");
    await write("Leaves");
    await keys("Ctrl+Enter", "Escape");
    expect(titles(editor, "cust", "m2")).toEqual(["Waits", "Leaves"]);
    const [waits, leaves] = editor.sheet.value.cell("cust", "m2");
    const links = [...editor.state.value.link.values()].map(({ source, target }) => [source, target]);
    expect(links).toContainEqual([waits?.id, leaves?.id]);
  });

  it("goes back to where it came from when nothing is typed", async () => {
    const { editor } = await sheetAt("f1");
    await keys("Alt+ArrowRight", "Escape");
    expect(focused()).toBe("f1");
    await keys("ArrowRight");
    expect(editor.session.editing.value).toMatchObject({ on: "next" });
    await keys("ArrowLeft");
    expect(focused()).toBe("f1");
    expect(editor.sheet.value.moments).toHaveLength(2);
  });

  it("goes through a card's links with Alt+Shift+L, deletes one, and is back on the card", async () => {
    const { editor } = await sheetAt();
    await keys("Alt+Shift+L");
    expect(editor.session.selectedLink.value).toBe("k1");
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Link from “Asks” to “Answers”");
    await keys("Delete");
    expect(editor.state.value.link.size).toBe(0);
    expect(focused()).toBe("c1");
  });
});

describe("headers", () => {
  it("are renamed, moved, added and removed; the focus stays among them", async () => {
    const { editor } = await sheetAt();
    const moments = () => editor.sheet.value.moments.map((moment) => moment.title);
    await keys("ArrowUp", "F2");
    await write("Asked");
    await keys("Enter", "Ctrl+ArrowRight");
    expect(moments()).toEqual(["Wait", "Asked"]);
    expect(focused()).toBe("moment m1");
    await keys("+");
    await write("After");
    await keys("Enter");
    expect(moments()).toEqual(["Wait", "Asked", "After"]);
    await keys("Delete");
    expect(moments()).toEqual(["Wait", "Asked"]);
    expect(focused()).toBe("moment m1");
  });
});
