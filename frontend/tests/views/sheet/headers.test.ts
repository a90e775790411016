// @vitest-environment jsdom
/** The buttons of phases, moments and lanes: where the pointer or the keyboard is, and nowhere else. */
import { describe, expect, it } from "vitest";
import { put, set } from "../../../src/model/records";
import { header, noLayout, openSheet, settle, stillTime } from "./page";

stillTime();
noLayout();

const tools = (): Element[] => [...document.querySelectorAll(".tools")];
const over = async (at: Element): Promise<void> => {
  at.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
  await settle();
};

describe("a header's buttons", () => {
  it("are there under the pointer, and go with it", async () => {
    const { editor } = await openSheet();
    expect(tools()).toEqual([]);
    const [moment] = editor.sheet.value.moments;
    await over(header("moment", moment!.id));
    expect(tools().map((one) => one.parentElement)).toEqual([header("moment", moment!.id)]);
    document.querySelector(".canvas")?.dispatchEvent(new PointerEvent("pointerleave"));
    await settle();
    expect(tools()).toEqual([]);
  });

  it("are there with the keyboard, also while the pointer is elsewhere", async () => {
    const { editor } = await openSheet();
    const [lane] = editor.sheet.value.lanes;
    const [phase] = editor.sheet.value.phases;
    header("lane", lane!.id).focus();
    await over(header("phase", phase!.phase.id));
    expect(tools()).toHaveLength(2);
    expect(header("lane", lane!.id).querySelector("button")).not.toBeNull();
  });

  it("are opened by one button where a phase is too narrow for its name and all of them", async () => {
    const { editor } = await openSheet(); // without layout everything is narrow
    const [span] = editor.sheet.value.phases;
    const phase = header("phase", span!.phase.id);
    await over(phase);
    const more = phase.querySelector<HTMLElement>(".tool-more")!;
    expect(more.getAttribute("aria-label")).toContain(span!.phase.title);
    expect(more.getAttribute("aria-expanded")).toBe("false");
    more.click();
    await settle();
    expect(more.getAttribute("aria-expanded")).toBe("true");
    const pressed = new MouseEvent("mousedown", { bubbles: true, cancelable: true });
    expect(more.dispatchEvent(pressed)).toBe(false); // the focus stays where it was
  });

  it("wait for the focus under a finger, which might press one that just came", async () => {
    const { editor } = await openSheet();
    const [lane] = editor.sheet.value.lanes;
    const finger = new PointerEvent("pointerover", { bubbles: true, pointerType: "touch" });
    header("lane", lane!.id).dispatchEvent(finger);
    await settle();
    expect(tools()).toEqual([]);
  });

  it("stay on what is folded: it is unfolded there", async () => {
    const { editor } = await openSheet();
    const [lane] = editor.sheet.value.lanes;
    editor.session.folded.value = new Set([lane!.id]);
    await settle();
    expect(header("lane", lane!.id).querySelector('[aria-expanded="false"]')).not.toBeNull();
  });
});

describe("a header's words", () => {
  const said = (id: string): string => header("moment", id).querySelector(".minutes")!.textContent;

  it("follow the times of its steps, and stay with it under another name", async () => {
    const { editor } = await openSheet();
    const [step] = [...editor.state.value.step.values()];
    const { moment, lane } = step!;
    editor.submit("", [set("step", step!.id, "work_min", 37)]);
    await settle();
    expect(said(moment)).toContain("37");
    editor.submit("", [set("moment", moment, "title", "Plus tard")]);
    await settle();
    expect(header("moment", moment).textContent).toContain("Plus tard");
    expect(said(moment)).toContain("37");
    editor.submit("", [
      put("actor", { id: "anna", title: "Anna" }),
      set("step", step!.id, "actor", "anna"),
      set("step", step!.id, "work_min", 41),
    ]);
    await settle();
    expect(said(moment)).toContain("41");
    expect(header("lane", lane).querySelector(".label-note")?.textContent).toContain("Anna");
    editor.submit("", [set("actor", "anna", "title", "Anna M.")]);
    await settle();
    expect(header("lane", lane).querySelector(".label-note")?.textContent).toContain("Anna M.");
  });
});
