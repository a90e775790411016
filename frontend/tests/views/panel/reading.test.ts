/** What fields make of what people type. */
import { beforeEach, describe, expect, it } from "vitest";
import { setLanguage } from "../../../src/text";
import {
  readCount,
  readLatency,
  readMinutes,
  readNumber,
  readShare,
  showLatency,
  showMinutes,
  showNumber,
  showShare,
} from "../../../src/views/panel/controls/reading";

beforeEach(() => setLanguage("fr"));

describe("durations", () => {
  it.each([
    ["2", 2],
    ["2,5 min", 2.5],
    ["1 h 30", 90],
    ["1h30", 90],
    ["90 s", 1.5],
    ["2 min 10", 130 / 60],
    ["1 j", 1440],
    ["1,5 h", 90],
    ["1:30", 90],
    ["0:00:30", 0.5],
    ["", null],
    ["inconnu", null],
    ["?", null],
  ])("reads %j", (typed, minutes) => {
    const read = readMinutes(typed);
    if (minutes === null) expect(read).toBeNull();
    else expect(read).toBeCloseTo(minutes, 9);
  });
  it.each(["bientôt", "1:75", "1 min 2 h", "-3", "12 mois"])("does not guess at %j", (typed) => {
    expect(readMinutes(typed)).toBeUndefined();
  });
  it("reads what it shows", () => {
    for (const minutes of [0.5, 1, 2.2, 11, 90, 720, 64_800]) {
      expect(readMinutes(showMinutes(minutes))).toBeCloseTo(minutes, 9);
    }
  });
});

describe("a tool's latency", () => {
  it("is in seconds where no unit is written", () => {
    expect(readLatency("130")).toBe(130);
    expect(readLatency("2 min 10")).toBe(130);
    expect(readLatency("1:30")).toBe(90);
    expect(readLatency("1:00:00")).toBe(3600);
    expect(readLatency("")).toBeNull();
    expect(readLatency("vite")).toBeUndefined();
    expect(showLatency(130)).toBe("130\u00a0s");
  });
});

describe("a part of cases", () => {
  it("is a percentage, or a fraction of one", () => {
    expect(readShare("30 %")).toBe(0.3);
    expect(readShare("30")).toBe(0.3);
    expect(readShare("0,3")).toBe(0.3);
    expect(readShare("0,5 %")).toBe(0.005);
    expect(readShare("100")).toBe(1);
    expect(readShare("101")).toBeUndefined();
    expect(readShare("")).toBeNull();
    expect(showShare(0.3)).toBe("30\u202f%");
  });
});

describe("numbers", () => {
  it("may hold the spaces and commas of either language", () => {
    expect(readNumber("1 200")).toBe(1200);
    expect(readNumber("37,5")).toBe(37.5);
    expect(readNumber("-1")).toBeUndefined();
    expect(readNumber(showNumber(3000))).toBe(3000);
    setLanguage("en");
    expect(readNumber(showNumber(3000))).toBe(3000);
    expect(readNumber("3,5")).toBe(3.5);
    expect(readCount("3")).toBe(3);
    expect(readCount("0")).toBeUndefined();
    expect(readCount("1,5")).toBeUndefined();
  });
});
