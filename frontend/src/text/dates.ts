/** Days and moments as the reader's language writes them. */
import { language } from "./language";

const formats = new Map<string, Intl.DateTimeFormat>();

function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = language() === "fr" ? "fr-FR" : "en-GB";
  const key = locale + JSON.stringify(options);
  let found = formats.get(key);
  if (found === undefined) formats.set(key, (found = new Intl.DateTimeFormat(locale, options)));
  return found;
}

/** "2026-03-12" -> "12 mars 2026". What is no day is given back as it stands. */
export function day(value: string): string {
  const date = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return value;
  return format({ day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(date);
}

/** "2026-03-12T10:00:00Z" -> "12 mars, 11:00", in the reader's own time; with the year where it is another one. */
export function instant(value: string, now = new Date()): string {
  const date = new Date(value);
  if (Number.isNaN(date.getTime())) return value;
  if (!value.includes("T")) return day(value);
  const year = date.getFullYear() === now.getFullYear() ? {} : { year: "numeric" as const };
  return format({ day: "numeric", month: "long", hour: "2-digit", minute: "2-digit", ...year }).format(date);
}
