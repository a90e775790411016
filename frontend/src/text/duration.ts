/** Durations: minutes in the document, "2 min 10" or "1 h 30" for people, who type them as they like. */
import { NBSP, number, parseNumber } from "./format";
import { language } from "./language";

/** In minutes with a comma, as under the moments: "2,2 min", "11 min"; from four hours on like `duration`. */
export function minutes(value: number): string {
  if (value >= 240) return duration(value);
  return `${number(value, value < 10 ? 1 : 0)}${NBSP}min`;
}

/** In the units people speak in, as on the cards: "30 s", "2 min 10", "1 h 30", "3 j 4 h". */
export function duration(value: number): string {
  const french = language() === "fr";
  const seconds = Math.round(value * 60);
  if (seconds < 60) return `${number(seconds, 0)}${NBSP}s`;
  if (seconds < 3600) return pair(Math.floor(seconds / 60), "min", seconds % 60, french ? "" : "s");
  const whole = Math.round(value);
  if (whole < 48 * 60) return pair(Math.floor(whole / 60), "h", whole % 60, french ? "" : "min");
  const hours = Math.round(value / 60);
  return pair(Math.floor(hours / 24), french ? "j" : "d", hours % 24, "h");
}

/** French leaves the last unit out ("2 min 05"), so that the smaller number needs two digits. */
function pair(large: number, unit: string, small: number, smallUnit: string): string {
  const first = `${number(large, 0)}${NBSP}${unit}`;
  if (small === 0) return first;
  return first + NBSP + (smallUnit === "" ? String(small).padStart(2, "0") : `${small}${NBSP}${smallUnit}`);
}

/** Minutes in one of each unit, as they are written in French and English. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(s|sec|secs|seconds?|secondes?)$/, 1 / 60],
  [/^(m|mn|min|mins|minutes?)$/, 1],
  [/^(h|hrs?|hours?|heures?)$/, 60],
  [/^(j|d|days?|jours?)$/, 24 * 60],
];

/**
 * Minutes of what a person typed: "1 h 30" 90, "90 s" 1.5, "2 min 10" 2.17, "1,5" 1.5. A number without a unit
 * counts in the unit below the one before it, and in minutes where it stands alone. "1:30" is read as on a clock,
 * hours first. Nothing typed: null (unknown); not understood: undefined.
 */
export function parseDuration(text: string): number | null | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/[\u00a0\u202f]/g, " ");
  if (plain === "") return null;
  const clock = parseClock(plain, 60);
  if (clock !== null) return clock;
  const alone = parseNumber(plain);
  if (alone !== null) return alone < 0 ? undefined : alone;
  const parts = [...plain.matchAll(/(\d+(?:[.,]\d+)?)\s*([a-z]*)\.?\s*/g)];
  if (parts.map((part) => part[0]).join("") !== plain) return undefined;
  let total = 0;
  let last = Infinity;
  for (const [, digits = "", name = ""] of parts) {
    const size = name === "" ? below(last) : UNITS.find(([names]) => names.test(name))?.[1];
    if (size === undefined || size >= last) return undefined;
    total += (parseNumber(digits) ?? 0) * size;
    last = size;
  }
  return total;
}

/** "1:30" and "1:30:15" in the unit of the second number, of which `first` make one of the first; null: no clock. */
export function parseClock(text: string, first: number): number | null {
  const found = /^\s*(\d{1,3}):([0-5]\d)(?::([0-5]\d))?\s*$/.exec(text);
  if (found === null) return null;
  const [, large, small, least = "0"] = found;
  return Number(large) * first + Number(small) + Number(least) / 60;
}

const below = (size: number): number | undefined =>
  UNITS.map(([, minutes]) => minutes).findLast((minutes) => minutes < size && size !== Infinity);
