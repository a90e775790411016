// @vitest-environment jsdom
/** The sheet by pointer: choosing, dragging cards and headers, linking; Escape always leads back. */
import { describe, expect, it } from "vitest";
import { stepAdd } from "../../../src/actions/verbs/step-add";
import { undo } from "../../../src/actions/verbs/undo";
import {
  card,
  cell,
  drag,
  header,
  keys,
  noLayout,
  openSheet,
  press,
  settle,
  stillTime,
  titles,
  write,
} from "./page";

stillTime();
noLayout();

describe("cards", () => {
  it("are chosen by a press, added to the choice with Ctrl, let go on empty ground", async () => {
    const { editor } = await openSheet();
    await press(card("c1"));
    expect(card("c1").className).toContain("selected");
    await press(card("f1"), { ctrlKey: true });
    expect([...editor.session.selection.value]).toEqual(["c1", "f1"]);
    await press(cell("cust", "m2"));
    expect(editor.session.selection.value.size).toBe(0);
    expect(editor.session.focus.value).toEqual({ on: "cell", lane: "cust", moment: "m2", step: null });
  });

  it("are dragged to a cell, with the place marked before they are dropped", async () => {
    const { editor } = await openSheet();
    await drag(card("c1"), cell("front", "m1"), { drop: false });
    expect(cell("front", "m1").dataset.drop).toBe("last");
    expect(document.querySelector(".ghost")).not.toBeNull();
    document.dispatchEvent(new PointerEvent("pointerup", { bubbles: true, isPrimary: true }));
    await settle();
    expect(titles(editor, "front", "m1")).toEqual(["Asks"]);
    expect(document.querySelector(".ghost")).toBeNull();
  });

  it("stay where they are when Escape ends the drag, or the drop is beside the sheet", async () => {
    const { editor } = await openSheet();
    await drag(card("c1"), cell("front", "m1"), { drop: false });
    card("c1").focus();
    await keys("Escape");
    document.dispatchEvent(new PointerEvent("pointerup", { bubbles: true, isPrimary: true }));
    await drag(card("c1"), null);
    expect(titles(editor, "cust", "m1")).toEqual(["Asks"]);
    expect(document.querySelector(".ghost")).toBeNull();
  });

  it("are renamed and made by a double click", async () => {
    const { editor } = await openSheet();
    const twice = async (target: Element): Promise<void> => {
      target.dispatchEvent(new MouseEvent("dblclick", { bubbles: true }));
      await settle(30);
    };
    await twice(card("c1"));
    expect(editor.session.editing.value).toEqual({ on: "step", id: "c1" });
    expect((document.activeElement as HTMLTextAreaElement).value).toBe("Asks");
    await keys("Escape");
    await twice(cell("cust", "m2"));
    expect(editor.session.editing.value).toMatchObject({ on: "new", lane: "cust", moment: "m2" });
  });
});

describe("selection", () => {
  it("takes every card that a rectangle over the ground touches; Escape takes it back", async () => {
    const { editor } = await openSheet();
    const box = (id: string, left: number): void => {
      card(id).getBoundingClientRect = () => new DOMRect(left, 30, 20, 20);
    };
    box("c1", 30);
    box("f1", 300);
    await drag(cell("cust", "m2"), cell("cust", "m2"), { drop: false });
    expect([...editor.session.selection.value]).toEqual(["c1"]);
    expect(document.querySelector(".marquee")).not.toBeNull();
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    await settle();
    expect(editor.session.selection.value.size).toBe(0);
    expect(document.querySelector(".marquee")).toBeNull();
    await drag(cell("cust", "m2"), cell("cust", "m2"));
    expect([...editor.session.selection.value]).toEqual(["c1"]);
    expect(editor.session.focus.value).toMatchObject({ step: "c1" });
  });

  it("grows by Shift and arrows over all cells between, and shrinks again; Mod+A takes all", async () => {
    const { editor } = await openSheet();
    card("c1").focus();
    await settle();
    await keys("Shift+ArrowRight", "Shift+ArrowDown");
    expect([...editor.session.selection.value]).toEqual(["c1", "f1"]);
    await keys("Shift+ArrowUp");
    expect([...editor.session.selection.value]).toEqual(["c1"]);
    await keys("Ctrl+a");
    expect(editor.session.selection.value.size).toBe(2);
    await keys("Delete");
    expect(editor.state.value.step.size).toBe(0);
  });
});

describe("links", () => {
  /** It comes to the card that the pointer is over. */
  const handle = (id: string): Element => {
    card(id).dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
    return card(id).querySelector("[data-handle]") as Element;
  };

  it("are drawn from a card's handle to another card, which is marked on the way", async () => {
    const { editor } = await openSheet();
    await drag(handle("f1"), card("c1"), { drop: false });
    expect(card("c1").dataset.linkTarget).toBeDefined();
    document.dispatchEvent(new PointerEvent("pointerup", { bubbles: true, isPrimary: true }));
    await settle();
    expect(
      [...editor.state.value.link.values()].some((link) => link.source === "f1" && link.target === "c1"),
    ).toBe(true);
  });

  it("are not made back on the card itself, nor beside the sheet", async () => {
    const { editor } = await openSheet();
    await drag(handle("f1"), card("f1"));
    await drag(handle("f1"), null);
    expect(editor.state.value.link.size).toBe(1);
    expect(editor.session.editing.value).toBeNull();
  });

  it("dropped on empty ground make a card there, typed at once: card and link are one change", async () => {
    const { editor } = await openSheet();
    await drag(handle("f1"), cell("cust", "m2"), { drop: false });
    expect(cell("cust", "m2").dataset.drop).toBe("new");
    document.dispatchEvent(new PointerEvent("pointerup", { bubbles: true, isPrimary: true }));
    await settle();
    expect(editor.state.value.link.size).toBe(1); // nothing yet: a title may still be given up
    await write("Says thanks");
    await keys("Enter");
    const [made] = editor.sheet.value.cell("cust", "m2");
    expect(made?.title).toBe("Says thanks");
    const links = [...editor.state.value.link.values()].map(({ source, target }) => [source, target]);
    expect(links).toContainEqual(["f1", made?.id]);
    undo.run(editor);
    await settle();
    expect([editor.state.value.step.size, editor.state.value.link.size]).toEqual([2, 1]);
  });

  it("have ends that are led to another card by Enter and arrows", async () => {
    const { editor } = await openSheet();
    stepAdd.run(editor, { lane: "cust", moment: "m2", title: "Waits" });
    await settle();
    const made = editor.sheet.value.cell("cust", "m2")[0]?.id;
    await press(document.querySelector('[data-link="k1"] path') as Element);
    await keys("Enter", "ArrowUp", "Enter");
    expect(editor.state.value.link.get("k1")).toMatchObject({ source: "c1", target: made });
    expect(editor.session.selectedLink.value).toBe("k1");
    await keys("Shift+Enter", "Escape");
    expect(editor.state.value.link.get("k1")).toMatchObject({ source: "c1", target: made });
  });

  it("are selected by a press; Delete takes the link and leaves the cards", async () => {
    const { editor } = await openSheet();
    await press(document.querySelector('[data-link="k1"] path') as Element);
    expect(editor.session.selectedLink.value).toBe("k1");
    expect(document.querySelector('[data-link="k1"]')?.getAttribute("class")).toContain("selected");
    await keys("Delete");
    expect(editor.state.value.link.size).toBe(0);
    expect(editor.state.value.step.size).toBe(2);
  });
});

describe("findings", () => {
  const finding = (fingerprint: string, number: number, steps: readonly string[]) => ({
    fingerprint,
    number,
    detector: "tool-hops",
    steps,
    elements: [],
    because: `because of ${fingerprint}`,
    evidence: {},
    touches: [],
    moments_of_truth: [],
    customer_min: null,
    employee_min: null,
    rests_on: "assumed" as const,
    fixes: [],
  });

  it("make one flag a card, with the number of the one or how many there are; pressed, it lights their path one after the other", async () => {
    const { editor } = await openSheet({
      findings: [finding("x", 3, ["c1"]), finding("y", 7, ["c1", "f1"])],
    });
    await settle(1000);
    const flags = [...document.querySelectorAll<HTMLElement>(".flag")];
    expect(flags.map((flag) => flag.textContent)).toEqual(["×2", "7"]);
    expect(card("c1").querySelectorAll("[data-finding]")).toHaveLength(2);
    flags[0]?.click();
    await settle();
    expect(editor.session.lit.value).toBe("x");
    expect(card("f1").className).toContain("dim");
    flags[0]?.click();
    await settle();
    expect(editor.session.lit.value).toBe("y");
    expect(card("f1").className).toContain("lit");
    expect(document.querySelector('[data-link="k1"]')?.getAttribute("class")).toContain("lit");
    expect(document.querySelectorAll(".casing")).toHaveLength(1);
  });
});

describe("headers", () => {
  it("are chosen by a press and have buttons to remove them and to add one beside them", async () => {
    const { editor } = await openSheet();
    await press(header("moment", "m1"));
    expect(editor.session.focus.value).toEqual({ on: "moment", id: "m1" });
    const [removes, adds] = header("moment", "m1").querySelectorAll<HTMLElement>("button");
    adds?.click();
    await settle();
    expect(editor.sheet.value.moments).toHaveLength(3);
    await keys("Escape");
    removes?.click();
    await settle();
    expect(editor.sheet.value.moments.some((moment) => moment.id === "m1")).toBe(false);
  });
});
