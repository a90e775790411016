/** What fields make of what people type, on top of the catalogue's durations and numbers. `undefined`: not understood. */
import {
  duration,
  language,
  NBSP,
  number,
  parseClock,
  parseDuration,
  parseNumber,
  percent,
} from "../../../text";

/** A value, null for unknown, undefined where the text makes no sense. */
export type Read<V> = (text: string) => V | null | undefined;

const UNKNOWN = new Set(["", "?", "-", "–", "—", "inconnu", "inconnue", "unknown"]);
const unknown = (text: string): boolean => UNKNOWN.has(text.trim().toLowerCase());

/** A number that came out of a sum of parts, without the dust of binary fractions. */
const clean = (value: number): number => Number(value.toPrecision(12));

/** "1 h 30", "90 s", "2 min 10", "1 j"; a bare number is minutes. */
export const readMinutes: Read<number> = (text) => {
  if (unknown(text)) return null;
  const minutes = parseDuration(text);
  return typeof minutes === "number" ? clean(minutes) : minutes;
};

/** The same in seconds; a bare number is seconds. */
export const readLatency: Read<number> = (text) => {
  if (unknown(text)) return null;
  const bare = parseNumber(text) ?? latencyClock(text);
  const seconds = bare ?? (parseDuration(text) ?? Number.NaN) * 60;
  return seconds >= 0 ? clean(seconds) : undefined;
};

/** Among seconds "1:30" is a minute and a half; with three numbers it is a clock like any other. */
const latencyClock = (text: string): number | null =>
  /:.*:/.test(text) ? null : parseClock(text.replace(/[\u00a0\u202f]/g, " "), 60);

/** A part of cases, from 0 to 1: "30 %", "30" and "0,3" are the same. */
export const readShare: Read<number> = (text) => {
  if (unknown(text)) return null;
  const bare = parseNumber(text.replace("%", ""));
  if (bare === null || bare < 0) return undefined;
  const share = !text.includes("%") && bare > 0 && bare < 1 ? bare : bare / 100;
  return share <= 1 ? clean(share) : undefined;
};

/** A number that is not negative: "1 200", "37,5". */
export const readNumber: Read<number> = (text) => {
  if (unknown(text)) return null;
  // "3,000" is three in French and three thousand in English, where it is also what the field shows.
  const grouped = language() === "en" && /^\s*\d{1,3}(,\d{3})+(\.\d+)?\s*$/.test(text);
  const value = parseNumber(grouped ? text.replaceAll(",", "") : text);
  return value === null || value < 0 ? undefined : value;
};

/** A whole number from 1 on. */
export const readCount: Read<number> = (text) => {
  const value = readNumber(text);
  return typeof value === "number" && (value < 1 || value % 1 !== 0) ? undefined : value;
};

export const showNumber = (value: number | null): string => (value === null ? "" : number(value, 3));
export const showShare = (share: number | null): string => (share === null ? "" : percent(share));
export const showMinutes = (minutes: number | null): string => (minutes === null ? "" : duration(minutes));

/** A tool's latency: people say "130 s", and minutes only from ten minutes on. */
export const showLatency = (seconds: number | null): string => {
  if (seconds === null) return "";
  return seconds < 600 ? `${number(seconds)}${NBSP}s` : duration(seconds / 60);
};

/** Without case and accents, for finding a title by typing. */
export const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase()
    .trim();
