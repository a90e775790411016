/** Ids that two pages never make alike. `crypto.randomUUID` is missing on plain http, `getRandomValues` is not. */

const LETTERS = "0123456789abcdefghijklmnopqrstuv"; // 32: five bits each, no bias

/** Twelve letters, 60 bits, for a record; no white space, as the document asks. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => LETTERS.charAt(byte & 31)).join("");

/** A version 4 UUID, for a change. */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
