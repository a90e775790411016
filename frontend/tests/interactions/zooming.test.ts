// @vitest-environment jsdom
/** The wheel with Ctrl: shown at once, laid out once, when the hand rests. */
import { signal } from "@preact/signals-core";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Editor } from "../../src/actions/editor";
import { createZooming } from "../../src/interactions/zooming";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function sheet() {
  const root = document.createElement("div");
  const canvas = root.appendChild(document.createElement("div"));
  canvas.className = "canvas";
  const zoom = signal<number | "fit">(1);
  const set = vi.fn();
  zoom.subscribe(set);
  set.mockClear();
  const editor = { session: { zoom } } as unknown as Editor;
  const zooming = createZooming(editor, root, () => (zoom.value === "fit" ? 0.4 : zoom.value));
  return { canvas, zoom, set, zooming };
}
const wheel = (deltaY: number): WheelEvent => new WheelEvent("wheel", { deltaY, ctrlKey: true });

it("shows every turn, and sets the size once it is over", () => {
  const { canvas, zoom, set, zooming } = sheet();
  for (let i = 0; i < 5; i++) zooming.turn(wheel(-50));
  expect(canvas.style.transform).toMatch(/^scale\(1\.6/);
  expect(set).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(canvas.style.transform).toBe("");
  expect(set).toHaveBeenCalledTimes(1);
  expect(zoom.value).toBeCloseTo(Math.exp(0.5), 5);
});

it("begins from the fitted size, keeps within its bounds, and comes back to the natural size exactly", () => {
  const { canvas, zoom, zooming } = sheet();
  zoom.value = "fit";
  zooming.turn(wheel(-100_000));
  expect(canvas.style.transform).toBe("scale(5)");
  zooming.end();
  expect(zoom.value).toBe(2);
  zooming.turn(wheel(Math.log(2.01) / 0.002));
  zooming.end();
  expect(zoom.value).toBe(1);
});
