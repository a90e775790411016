// @vitest-environment jsdom
/** The emotion band by hand: each point is a slider that keys and pointer set; a missing one is set by a press. */
import { expect, it } from "vitest";
import { undo } from "../../../src/actions/verbs/undo";
import type { Page } from "../page";
import { drag, keys, noLayout, openSheet, settle, stillTime } from "./page";

stillTime();
noLayout();

const slider = (half: string, moment: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-feeling="${half}"][data-at="${moment}"]`);
  if (found === null) throw new Error(`no slider of ${half} at ${moment}`);
  return found;
};
const emotion = ({ editor }: Page, id: string) => editor.state.value.step.get(id)?.emotion;

it("sets a point by keys; the value is said, and unknown is said so", async () => {
  const page = await openSheet();
  const point = slider("customer", "m1");
  expect(point.getAttribute("aria-valuetext")).toBe("not said yet");
  point.focus();
  await keys("ArrowUp"); // the first press says that something is felt
  expect(emotion(page, "c1")).toBe(0);
  await keys("ArrowUp", "ArrowUp", "ArrowUp");
  expect(emotion(page, "c1")).toBe(2);
  expect(slider("customer", "m1").getAttribute("aria-valuenow")).toBe("2");
  await keys("Home");
  expect(slider("customer", "m1").getAttribute("aria-valuetext")).toBe("−2");
  expect(document.activeElement).toBe(slider("customer", "m1"));
  await keys("Delete");
  expect(emotion(page, "c1")).toBeNull();
  expect(page.editor.state.value.step.has("c1")).toBe(true); // the feeling went, not the step
});

it("has one place of each curve that Tab reaches", async () => {
  await openSheet();
  const reached = [...document.querySelectorAll<HTMLElement>('[role="slider"][tabindex="0"]')];
  expect(reached.map(({ dataset }) => dataset.feeling)).toEqual(["customer", "employee"]);
});

it("follows the pointer and changes once, at the release; Escape leaves it as it was", async () => {
  const page = await openSheet();
  const { editor } = page;
  const point = slider("employee", "m2");
  const band = document.querySelector("[data-band]") as HTMLElement;
  band.getBoundingClientRect = () => new DOMRect(0, 0, 0, 80);
  await drag(point, null, { drop: false });
  document.dispatchEvent(new PointerEvent("pointermove", { clientY: 81, isPrimary: true }));
  await settle();
  expect(slider("employee", "m2").getAttribute("aria-valuenow")).toBe("-2");
  expect(emotion(page, "f1")).toBeNull();
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  await settle();
  expect(emotion(page, "f1")).toBeNull();
  await drag(point, null, { drop: false });
  document.dispatchEvent(new PointerEvent("pointerup", { clientY: 20, isPrimary: true }));
  await settle();
  expect(emotion(page, "f1")).not.toBeNull();
  undo.run(editor);
  await settle();
  expect(emotion(page, "f1")).toBeNull();
});
