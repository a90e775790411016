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
  const motions = withMotions(canvas);
  const zoom = signal<number | "fit">(1);
  const set = vi.fn();
  zoom.subscribe(set);
  set.mockClear();
  const editor = { session: { zoom } } as unknown as Editor;
  const zooming = createZooming(editor, root, () => (zoom.value === "fit" ? 0.4 : zoom.value));
  return { zoom, set, zooming, shown: () => motions.map(sizeOf), root };
}

interface Motion {
  readonly sizes: readonly number[];
  readonly duration: number;
  currentTime: number;
}
/** The motions that an element is in, which this document has not. */
function withMotions(element: HTMLElement): readonly Motion[] {
  const motions: Motion[] = [];
  element.animate = (frames, options) => {
    const sizes = (frames as { transform: string }[]).map(({ transform }) => parseFloat(transform.slice(6)));
    const { duration } = options as { duration: number };
    const motion: Motion = { sizes, duration, currentTime: 0 };
    motions.push(motion);
    const cancel = (): void => void motions.splice(motions.indexOf(motion), 1);
    return Object.assign(motion, { pause: () => undefined, cancel }) as unknown as Animation;
  };
  return motions;
}
function sizeOf({ sizes, duration, currentTime }: Motion): number {
  const [from = 0, to = 0] = sizes;
  return from + ((to - from) * currentTime) / duration;
}
const wheel = (deltaY: number): WheelEvent => new WheelEvent("wheel", { deltaY, ctrlKey: true });

it("shows every turn, and sets the size once it is over", () => {
  const { zoom, set, zooming, shown, root } = sheet();
  for (let i = 0; i < 5; i++) zooming.turn(wheel(-50));
  expect(shown()).toEqual([expect.closeTo(Math.exp(0.5), 5)]);
  expect(set).not.toHaveBeenCalled();
  vi.advanceTimersByTime(200);
  expect(shown()).toEqual([]);
  expect(root.children.length).toBe(1); // nothing is left in it but the sheet
  expect(set).toHaveBeenCalledTimes(1);
  expect(zoom.value).toBeCloseTo(Math.exp(0.5), 5);
});

it("begins from the fitted size, keeps within its bounds, and comes back to the natural size exactly", () => {
  const { zoom, zooming, shown } = sheet();
  zoom.value = "fit";
  zooming.turn(wheel(-100_000));
  expect(shown()).toEqual([expect.closeTo(5, 5)]);
  zooming.end();
  expect(zoom.value).toBe(2);
  zooming.turn(wheel(Math.log(2.01) / 0.002));
  zooming.end();
  expect(zoom.value).toBe(1);
});
