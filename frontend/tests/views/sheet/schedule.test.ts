// @vitest-environment jsdom
/** When the sheet is drawn and when its work that can wait is done: on clocks that the test moves. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createSchedule } from "../../../src/views/sheet/schedule";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function scheduled() {
  const did: string[] = [];
  const schedule = createSchedule(() => {
    schedule.drawing();
    did.push("drew");
  });
  return { did, schedule };
}

test("it is drawn once, however often a frame is asked for", () => {
  const { did, schedule } = scheduled();
  schedule.drawSoon();
  schedule.drawSoon();
  expect(schedule.busy()).toBe(true);
  vi.advanceTimersToNextFrame();
  vi.advanceTimersByTime(100);
  expect(did).toEqual(["drew"]);
  expect(schedule.busy()).toBe(false);
});

test("work waits as long after it was last asked for", () => {
  const { did, schedule } = scheduled();
  const task = schedule.whenAtRest(() => did.push("worked"), 600);
  task.later();
  vi.advanceTimersByTime(500);
  task.later();
  vi.advanceTimersByTime(500);
  expect(did).toEqual([]);
  vi.advanceTimersByTime(100);
  expect(did).toEqual(["worked"]);
});

test("work waits another time where a frame is on its way, or where it is told to", () => {
  const { did, schedule } = scheduled();
  let editing = true;
  const task = schedule.whenAtRest(
    () => did.push("worked"),
    60,
    () => editing,
  );
  task.later(600);
  vi.advanceTimersByTime(595);
  expect(did).toEqual([]);
  schedule.drawSoon();
  vi.advanceTimersByTime(5);
  expect(did).toEqual([]);
  vi.advanceTimersByTime(60);
  expect(did).toEqual(["drew"]);
  editing = false;
  vi.advanceTimersByTime(60);
  expect(did).toEqual(["drew", "worked"]);
});

test("nothing is done after its end", () => {
  const { did, schedule } = scheduled();
  const [tidy, rest] = ["tidied", "rested"].map((word) => schedule.whenAtRest(() => did.push(word), 60));
  tidy?.later();
  rest?.later();
  tidy?.cancel();
  schedule.drawSoon();
  schedule.end();
  vi.advanceTimersByTime(1000);
  expect(did).toEqual([]);
});
