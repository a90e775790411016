/** Numbers, shares, money and lists as the reader's language writes them. */
import { language } from "./language";

/** U+00A0 stands between a number and its unit, U+202F before a French percent sign. */
export const NBSP = "\u00a0";
const NARROW = "\u202f";
const MINUS = "\u2212";

const formats = new Map<string, Intl.NumberFormat>();

function format(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const locale = language() === "fr" ? "fr-FR" : "en-GB";
  const key = locale + JSON.stringify(options);
  let found = formats.get(key);
  if (found === undefined) formats.set(key, (found = new Intl.NumberFormat(locale, options)));
  return found;
}

/** 2.2 -> "2,2" in French; at most `digits` after the comma. */
export function number(value: number, digits = 2): string {
  // Numbers that need no grouping are most of a sheet's; the browser's own formats take 40 ms to wake.
  const size = Math.abs(value);
  const said = size < 999 ? plain(size, digits) : format({ maximumFractionDigits: digits }).format(size);
  return (value < 0 && said !== "0" ? MINUS : "") + said;
}

/** Halves are rounded up as they are written: 0.45 is 0.5, though as a binary number it is a little less. */
function plain(size: number, digits: number): string {
  if (Number.isInteger(size)) return String(size);
  if (size < 1e-6) return "0"; // its exponent would not be understood
  const rounded = Number(`${Math.round(Number(`${size}e${digits}`))}e-${digits}`);
  return language() === "fr" ? String(rounded).replace(".", ",") : String(rounded);
}

/** With its sign: "+1", "0", "\u22122". */
export const signed = (value: number): string => (value > 0 ? "+" : "") + number(value, 1);

/** 0.3 -> "30 %" in French (narrow no-break space), "30%" in English. */
export const percent = (share: number): string =>
  number(share * 100, 1) + (language() === "fr" ? `${NARROW}%` : "%");

/** 2280 EUR -> "2 280 €" in French, "€2,280" in English. */
export function money(value: number, currency: string): string {
  try {
    const said = format({ style: "currency", currency, maximumFractionDigits: 0, signDisplay: "negative" });
    return said.format(value).replace(/^-/, MINUS);
  } catch {
    return `${number(value, 0)}${NBSP}${currency}`; // not a code that the browser knows
  }
}

/** "A, B et C". The browser's own lists take 15 ms to wake, and say the same. */
export function list(items: readonly string[]): string {
  const [last, before] = [items.at(-1) ?? "", items.slice(0, -1)];
  if (before.length === 0) return last;
  return `${before.join(", ")} ${language() === "fr" ? "et" : "and"} ${last}`;
}

/** « so » in French, “so” in English. */
export const quoted = (text: string): string =>
  language() === "fr" ? `«${NBSP}${text}${NBSP}»` : `“${text}”`;

/** A number as people type it in either language: "2,5", "2.5", "1 200", "−1"; null where it is none. */
export function parseNumber(text: string): number | null {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, "")
    .replace("\u2212", "-")
    .replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}
