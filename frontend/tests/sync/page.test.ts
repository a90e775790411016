// @vitest-environment jsdom
/** What waits for the frame that shows an edit: never lost where no frame comes. */
import { beforeEach, expect, it, vi } from "vitest";
import { page } from "../../src/sync/page";

beforeEach(() => void vi.useFakeTimers());

it("runs once the frame is drawn, and once only", () => {
  const run = vi.fn();
  page.drawn(run);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(run).toHaveBeenCalledTimes(1);
});

it("runs at once where the page is left, for what waits and for what comes after", () => {
  const [waits, comes] = [vi.fn(), vi.fn()];
  page.drawn(waits);
  window.dispatchEvent(new Event("pagehide"));
  expect(waits).toHaveBeenCalledTimes(1);
  page.drawn(comes);
  expect(comes).toHaveBeenCalledTimes(1);
  window.dispatchEvent(new Event("pageshow"));
  vi.advanceTimersByTime(1000);
  expect(waits).toHaveBeenCalledTimes(1);
});
