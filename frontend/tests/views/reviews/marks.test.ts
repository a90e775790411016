// @vitest-environment jsdom
/** On the sheet: pennants, areas, counts of notes; an area drawn by arrows. */
import { describe, expect, it, vi } from "vitest";
import { areaOf, beginArea, stepArea } from "../../../src/interactions/area";
import { apply } from "../../../src/model/apply";
import { put } from "../../../src/model/records";
import { createSheets } from "../../../src/model/sheet";
import { flagPath } from "../../../src/views/reviews/flag-path";
import { areaBox } from "../../../src/views/reviews/placing";
import { smallSheet } from "../../fake/server";
import { shop } from "../page";
import { card, keys, noLayout, openSheet, settle, stillTime } from "../sheet/page";

vi.mock("../../../src/actions/platform", () => ({ isMac: () => false }));
stillTime();
noLayout();

const sheet = createSheets()(smallSheet());
const alt = async (key: string, shiftKey = false): Promise<void> => {
  const event = { key, altKey: true, shiftKey, bubbles: true, cancelable: true };
  (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", event));
  await settle();
};

describe("an area", () => {
  it("begins where the keyboard stands, walks, extends from there, and is kept in the order of the sheet", () => {
    const begun = beginArea(sheet, { on: "cell", lane: "front", moment: "m2", step: null })!;
    const extended = stepArea(sheet, stepArea(sheet, begun, "left", true), "up", true);
    expect(areaOf(sheet, extended)).toEqual({ lanes: ["cust", "front"], moments: ["m1", "m2"] });
    expect(areaOf(sheet, stepArea(sheet, extended, "down", false))).toEqual({
      lanes: ["front", "front"],
      moments: ["m1", "m1"],
    });
    expect(stepArea(sheet, begun, "right", true)).toEqual(begun);
  });

  it("covers its cells, gutters between them included; nothing where a lane is gone", () => {
    const plan = {
      cards: [],
      columns: [
        { from: 0, to: 12 },
        { from: 100, to: 124 },
        { from: 200, to: 224 },
      ],
      rows: [
        { from: 0, to: 10 },
        { from: 50, to: 70 },
        { from: 110, to: 120 },
      ],
    };
    const box = areaBox(plan, sheet, { lanes: ["cust", "front"], moments: ["m2", "m1"] });
    expect(box).toEqual({ x: 2, y: 2, w: 208, h: 116 });
    expect(areaBox(plan, sheet, { lanes: ["cust", "gone"], moments: ["m1", "m1"] })).toBeNull();
  });

  it("is drawn by keys alone, and asks what was seen there", async () => {
    const { editor } = await openSheet();
    card("f1").focus();
    await alt("g", true);
    expect(document.activeElement?.className).toBe("area-pane");
    await keys("Shift+ArrowLeft", "Shift+ArrowUp");
    expect(editor.session.announcement.value).toBe("Area: Customer to Counter, Ask to Wait");
    await keys("Enter");
    expect(editor.session.flagging.value).toEqual({
      on: [],
      area: { lanes: ["cust", "front"], moments: ["m1", "m2"] },
    });
    expect(document.querySelector(".area-pane")).toBeNull();
  });

  it("is given up with Escape, back to the card", async () => {
    const { editor } = await openSheet();
    card("f1").focus();
    await settle();
    await alt("g", true);
    await keys("Escape");
    expect(editor.session.drawing.value).toBe(false);
    expect(editor.session.flagging.value).toBeNull();
    expect(document.activeElement).toBe(card("f1"));
  });
});

describe("marks", () => {
  it("stand for flags and notes, and lead to them; a dismissed flag has none", async () => {
    const state = apply(shop(), [
      put("flag", { id: "g1", on: ["c1"], kind: "queue", text: "They queue." }),
      put("flag", { id: "g2", on: ["f1"], kind: "other" }),
      put("review", { id: "g2", status: "dismissed" }),
      put("note", { id: "n1", on: "f1", text: "Slow" }),
      put("note", { id: "n2", on: "f1", text: "Very" }),
      put("note", { id: "n3", on: "cust", text: "Far" }),
    ]).state;
    const { editor } = await openSheet({ state });
    const flags = [...document.querySelectorAll<HTMLElement>(".mark-flag")];
    expect(flags.map((one) => one.getAttribute("aria-label"))).toEqual(["Flag 1: They queue."]);
    flags[0]!.click();
    expect(editor.session.opened.value).toBe("g1");
    const notes = document.querySelector<HTMLElement>(".mark-notes")!;
    expect(notes.getAttribute("aria-label")).toBe("2 notes on Answers");
    notes.click();
    await settle();
    expect(editor.session.panel.value).toEqual({ open: true, tab: "notes" });
    expect([...editor.session.selection.value]).toEqual(["f1"]);
    expect(document.querySelector('[data-header="lane"][data-id="cust"]')?.getAttribute("data-notes")).toBe(
      "1",
    );
  });
});

describe("what a flag lights", () => {
  const state = smallSheet();
  const path = (on: string[], area: Parameters<typeof flagPath>[2]["area"] = null) => {
    const found = flagPath(state, createSheets()(state), { on, area });
    return found === null ? null : [...found.steps].sort();
  };

  it("its steps, those of a lane, of a moment and of an area", () => {
    expect(path(["f1"])).toEqual(["f1"]);
    expect(path(["front"])).toEqual(all(({ lane }) => lane === "front"));
    expect(path(["m1"])).toEqual(all(({ moment }) => moment === "m1"));
    const area = { lanes: ["cust", "cust"], moments: ["m1", "m2"] } as const;
    expect(path([], area)).toEqual(
      all(({ lane, moment }) => lane === "cust" && ["m1", "m2"].includes(moment)),
    );
  });

  it("nothing where it is on the whole sheet or on what is gone", () => {
    expect(path([])).toBeNull();
    expect(path(["gone"])).toBeNull();
  });

  function all(wanted: (step: { lane: string; moment: string }) => boolean): string[] {
    return [...state.step.values()]
      .filter(wanted)
      .map(({ id }) => id)
      .sort();
  }
});
