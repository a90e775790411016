/**
 * Fractional positions in base 62 (rule C11): between any two keys there is another, so moving one record changes
 * one record. An integer part whose first letter tells its length, then a fraction. Twin of blueprint/ordering.py;
 * the scheme is that of rocicorp's fractional-indexing.
 */

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const FIRST = "A" + "0".repeat(26); // the smallest integer part: nothing could come before it
const ZERO = "a0";
const LONGEST = 1000; // characters of a key that is still taken

/** A key strictly between two; null is the open end on that side. Throws `RangeError` unless a < b. */
export function keyBetween(a: string | null, b: string | null): string {
  if (a !== null) requireKey(a);
  if (b !== null) requireKey(b);
  if (a !== null && b !== null && a >= b) throw new RangeError(`no key between ${a} and ${b}`);
  if (a === null) return b === null ? ZERO : before(b);
  const whole = integerPart(a);
  const fraction = a.slice(whole.length);
  if (b !== null && integerPart(b) === whole) return whole + midpoint(fraction, b.slice(whole.length));
  const next = increment(whole);
  if (next === null) return whole + midpoint(fraction, null);
  return b === null || next < b ? next : whole + midpoint(fraction, null);
}

/** `n` keys between two, in order and evenly laid. */
export function keysBetween(a: string | null, b: string | null, n: number): string[] {
  if (n === 0) return [];
  if (n === 1) return [keyBetween(a, b)];
  if (b === null) return repeat(n, a, (last) => keyBetween(last, null));
  if (a === null) return repeat(n, b, (last) => keyBetween(null, last)).reverse();
  const half = Math.floor(n / 2);
  const middle = keyBetween(a, b);
  return [...keysBetween(a, middle, half), middle, ...keysBetween(middle, b, n - half - 1)];
}

export function isKey(value: string): boolean {
  if (!/^[A-Za-z][0-9A-Za-z]+$/.test(value) || value === FIRST || value.length > LONGEST) return false;
  const length = integerLength(value);
  return value.length >= length && !(value.length > length && value.endsWith("0"));
}

function requireKey(key: string): void {
  if (!isKey(key)) throw new RangeError(`not an order key: ${key}`);
}

function before(key: string): string {
  const whole = integerPart(key);
  if (whole === FIRST) return whole + midpoint("", key.slice(whole.length));
  if (whole < key) return whole;
  const previous = decrement(whole);
  if (previous === null) throw new RangeError(`no key before ${key}`);
  return previous === FIRST ? `${FIRST}z` : previous;
}

function repeat(n: number, from: string | null, next: (last: string | null) => string): string[] {
  const keys: string[] = [];
  let last = from;
  for (let i = 0; i < n; i++) keys.push((last = next(last)));
  return keys;
}

/** A fraction between two fractions (b null: 1), as short as can be. */
function midpoint(a: string, b: string | null): string {
  if (b !== null) {
    let shared = 0;
    while (shared < b.length && (a[shared] ?? "0") === b[shared]) shared++;
    if (shared > 0) return b.slice(0, shared) + midpoint(a.slice(shared), b.slice(shared));
  }
  const low = a === "" ? 0 : DIGITS.indexOf(a.charAt(0));
  const high = b === null ? DIGITS.length : DIGITS.indexOf(b.charAt(0));
  if (high - low > 1) return DIGITS.charAt(Math.round((low + high) / 2));
  if (b !== null && b.length > 1) return b.charAt(0);
  return DIGITS.charAt(low) + midpoint(a.slice(1), null);
}

/** "a" counts one digit after it, "b" two …; "Z" one, "Y" two …, below zero. */
function integerLength(key: string): number {
  const head = key.charCodeAt(0);
  return head >= 97 ? head - 97 + 2 : 90 - head + 2;
}
const integerPart = (key: string): string => key.slice(0, integerLength(key));

function increment(whole: string): string | null {
  const digits = Array.from(whole.slice(1));
  for (let i = digits.length - 1; i >= 0; i--) {
    const value = DIGITS.indexOf(digits[i] ?? "") + 1;
    if (value < DIGITS.length) {
      digits[i] = DIGITS.charAt(value);
      return whole.charAt(0) + digits.join("");
    }
    digits[i] = "0";
  }
  const head = whole.charAt(0);
  if (head === "Z") return ZERO;
  if (head === "z") return null;
  const longer = String.fromCharCode(head.charCodeAt(0) + 1);
  return longer + (longer > "a" ? "0".repeat(digits.length + 1) : "0".repeat(digits.length - 1));
}

function decrement(whole: string): string | null {
  const digits = Array.from(whole.slice(1));
  for (let i = digits.length - 1; i >= 0; i--) {
    const value = DIGITS.indexOf(digits[i] ?? "") - 1;
    if (value >= 0) {
      digits[i] = DIGITS.charAt(value);
      return whole.charAt(0) + digits.join("");
    }
    digits[i] = "z";
  }
  const head = whole.charAt(0);
  if (head === "a") return "Zz";
  if (head === "A") return null;
  const shorter = String.fromCharCode(head.charCodeAt(0) - 1);
  return shorter + (shorter < "Z" ? "z".repeat(digits.length + 1) : "z".repeat(digits.length - 1));
}
