/** Numbers and durations, in both languages, out and in. */
import { beforeEach, describe, expect, it } from "vitest";
import {
  duration,
  list,
  minutes,
  money,
  number,
  parseDuration,
  parseNumber,
  percent,
  quoted,
  setLanguage,
  signed,
} from "../../src/text";
import { random } from "../fake/random";

/** No-break spaces made visible: ~ for U+00A0, _ for U+202F. */
const shown = (text: string): string => text.replaceAll("\u00a0", "~").replaceAll("\u202f", "_");

describe("in French", () => {
  beforeEach(() => setLanguage("fr"));

  it.each([
    ["2,2", () => number(2.2)],
    ["1_200", () => number(1200)],
    ["0,3", () => number(0.1 + 0.2)],
    ["−2", () => number(-2)],
    ["+1", () => signed(1)],
    ["0", () => signed(0)],
    ["30_%", () => percent(0.3)],
    ["12,5_%", () => percent(0.125)],
    ["2_280~€", () => money(2280, "EUR")],
    ["5~points", () => money(5, "points")],
    ["A, B et C", () => list(["A", "B", "C"])],
    ["«~Paie~»", () => quoted("Paie")],
    ["4~min", () => minutes(4)],
    ["2,2~min", () => minutes(2.1667)],
    ["11~min", () => minutes(11.4)],
    ["2~j", () => minutes(2880)],
    ["30~s", () => duration(0.5)],
    ["2~min~10", () => duration(2.1667)],
    ["2~min~05", () => duration(2 + 5 / 60)],
    ["1~h", () => duration(59.999)],
    ["1~h~30", () => duration(90)],
    ["1~h", () => duration(60)],
    ["2~j~4~h", () => duration(2880 + 240)],
  ])("%s", (expected, made) => {
    expect(shown(made())).toBe(expected);
  });
});

describe.each([
  ["fr", "fr-FR"],
  ["en", "en-GB"],
] as const)("in %s", (language, locale) => {
  it("lists are written as the browser writes them", () => {
    setLanguage(language);
    const browser = new Intl.ListFormat(locale, { type: "conjunction" });
    for (const items of [[], ["A"], ["A", "B"], ["A", "B", "C"], ["A", "B", "C", "D"]])
      expect(list(items)).toBe(browser.format(items));
  });

  it("numbers are written as the browser writes them", () => {
    setLanguage(language);
    const pick = random(7);
    for (const digits of [0, 1, 2]) {
      const browser = new Intl.NumberFormat(locale, {
        maximumFractionDigits: digits,
        signDisplay: "negative",
      });
      for (let i = 0; i < 700; i++) {
        const value = (pick(4_000_000) - 2_000_000) / 10 ** pick(7);
        expect(number(value, digits)).toBe(browser.format(value).replace(/^-/, "\u2212"));
      }
      for (const value of [-0, 0.5, 1.5, 2.5, 0.125, 0.25, 0.005, 998.996, 999.5, -0.004, 0])
        expect(number(value, digits)).toBe(browser.format(value).replace(/^-/, "\u2212"));
    }
  });
});

describe("in English", () => {
  beforeEach(() => setLanguage("en"));

  it.each([
    ["2.2", () => number(2.2)],
    ["30%", () => percent(0.3)],
    ["€2,280", () => money(2280, "EUR")],
    ["A, B and C", () => list(["A", "B", "C"])],
    ["“Paie”", () => quoted("Paie")],
    ["2~min~10~s", () => duration(2.1667)],
    ["1~h~30~min", () => duration(90)],
    ["2~d", () => duration(2880)],
  ])("%s", (expected, made) => {
    expect(shown(made())).toBe(expected);
  });
});

describe("what people type", () => {
  it.each([
    ["1 h 30", 90],
    ["1h30", 90],
    ["1 h 30 min", 90],
    ["90 s", 1.5],
    ["2 min", 2],
    ["2 min 10", 2 + 1 / 6],
    ["1,5", 1.5],
    ["1.5", 1.5],
    ["1,5 h", 90],
    ["3 j", 4320],
    ["1 j 4 h", 1680],
    ["2 jours", 2880],
    ["0", 0],
    ["", null],
    ["  ", null],
    ["bientôt", undefined],
    ["-2", undefined],
    ["2 min 3 h", undefined],
    ["30 s 5", undefined],
    ["2 lunes", undefined],
  ])("%j is %s minutes", (typed, expected) => {
    const parsed = parseDuration(typed);
    if (typeof expected === "number") expect(parsed).toBeCloseTo(expected, 9);
    else expect(parsed).toBe(expected);
  });

  it("reads back what it wrote", () => {
    for (const language of ["fr", "en"] as const) {
      setLanguage(language);
      for (const value of [0.25, 2, 2.1666666666666665, 90, 61, 2880, 3120]) {
        expect(parseDuration(duration(value))).toBeCloseTo(value, 9);
      }
    }
  });

  it.each([
    ["2,5", 2.5],
    ["1 200", 1200],
    ["−1", -1],
    [".5", 0.5],
    ["a", null],
    ["", null],
    ["1,2,3", null],
  ])("%j is the number %s", (typed, expected) => expect(parseNumber(typed)).toBe(expected));
});
