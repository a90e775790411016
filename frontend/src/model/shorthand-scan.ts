/** Reads a text piece by piece, for the shorthand: names, with quotes or underscores for spaces, and durations. */

export interface Scan {
  readonly at: number;
  /** What stands here and matches, and goes past it; null: nothing, and it stays. */
  take(pattern: RegExp): string | null;
  /** Whether the word ends here. */
  ended(): boolean;
}

export function scan(text: string, start: number): Scan {
  let at = start;
  return {
    get at() {
      return at;
    },
    take(pattern) {
      const sticky = new RegExp(pattern.source, `${pattern.flags.replace("y", "")}y`);
      sticky.lastIndex = at;
      const [match] = sticky.exec(text) ?? [];
      if (match === undefined || match === "") return null;
      at += match.length;
      return match;
    },
    ended: () => at >= text.length || text.charAt(at).trim() === "",
  };
}

/** What a name can't hold without quotes. */
const PLAIN = /[^\s"«»“”<>=:*×,;#@!~\\]+/;
const QUOTED = /"[^"\n]*\S[^"\n]*"|«[^»\n]*[^»\s][^»\n]*»|“[^”\n]*[^”\s][^”\n]*”/;

/** Chef_de_rayon, "Chef de rayon" or «\u00a0Chef de rayon\u00a0»; null where none stands here. */
export function nameAt(from: Scan): string | null {
  const quoted = from.take(QUOTED);
  if (quoted !== null) return quoted.slice(1, -1).replace(/\s+/g, " ").trim();
  const plain = from.take(PLAIN)?.replace(/_+/g, " ").trim();
  return plain === undefined || plain === "" ? null : plain;
}

/** A name as it is typed: with underscores where that is enough, else in quotes; "#12" is no name. */
export function nameTyped(name: string): string {
  const plain = name.replace(/ /g, "_");
  const from = scan(plain, 0);
  return !/^\d/.test(name) && !name.includes("_") && nameAt(from) === name && from.ended()
    ? plain
    : `"${name.replace(/"/g, "'")}"`;
}

/** Minutes in one of each unit, largest first. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:j|d)$/, 24 * 60],
  [/^h$/, 60],
  [/^(?:m|mn|min)$/, 1],
  [/^(?:s|sec)$/, 1 / 60],
];

/** A number with its unit, and what follows in a smaller one: 3m, 1h30, 90s, 2min10. */
export const DURATION =
  /\d+(?:[.,]\d+)?(?:j|d|h|min|mn|m|sec|s)(?:\d+(?:j|d|h|min|mn|m|sec|s)?)*(?![\p{L}\d%])/u;

/** Minutes; a number without a unit counts in the unit below the one before it. */
export function durationOf(text: string | null): number | null {
  if (text === null) return null;
  let total = 0;
  let last = -1;
  for (const [, digits = "", unit = ""] of text.matchAll(/(\d+(?:[.,]\d+)?)([a-z]*)/g)) {
    const at = unit === "" ? last + 1 : UNITS.findIndex(([names]) => names.test(unit));
    const size = UNITS[at]?.[1];
    if (size === undefined || at <= last) return null;
    total += Number(digits.replace(",", ".")) * size;
    last = at;
  }
  return Math.round(total * 1e6) / 1e6;
}

/** Seconds, also where no unit is given. */
export function secondsOf(text: string | null): number | null {
  if (text === null) return null;
  if (/^[\d.,]+$/.test(text)) return Number(text.replace(",", "."));
  const minutes = durationOf(text);
  return minutes === null ? null : Math.round(minutes * 60 * 1000) / 1000;
}
