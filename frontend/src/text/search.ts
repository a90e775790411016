/** Finding what a person half remembers: without accents, capitals or signs in the way, and where in the text it is. */

/** Where in the text something was found: from, and up to but not with. */
export type Range = readonly [from: number, to: number];

/** A text as it is compared, and for each of its letters which letter of the original it comes from. */
export interface Plain {
  readonly text: string;
  readonly from: readonly number[];
  /** Length of the original. */
  readonly length: number;
}

const SPELT: Readonly<Record<string, string>> = {
  œ: "oe",
  æ: "ae",
  ß: "ss",
  "’": "'",
  ʼ: "'",
  "–": "-",
  "—": "-",
};

/** "L’Œuvre É" -> "l'oeuvre e"; every kind of white space is one blank. Linear in the text. */
export function plain(text: string): Plain {
  const from: number[] = [];
  let said = "";
  let at = 0;
  for (const sign of text) {
    const small = sign.toLowerCase();
    const spelt = (SPELT[small] ?? small).normalize("NFD").replace(/\p{Diacritic}/gu, "");
    const put = /\s/.test(spelt) ? " " : spelt;
    said += put;
    for (let i = 0; i < put.length; i++) from.push(at);
    at += sign.length;
  }
  return { text: said, from, length: text.length };
}

/** Every place where the words of the query stand together, one after the other. Not fuzzy: what a search in a sheet is. */
export function occurrences(text: string, query: string): Range[] {
  const wanted = plain(query).text.trim().replace(/ +/g, " ");
  if (wanted === "") return [];
  const held = plain(text);
  const found: Range[] = [];
  for (let at = held.text.indexOf(wanted); at >= 0; at = held.text.indexOf(wanted, at + wanted.length)) {
    found.push(rangeOf(held, at, wanted.length));
  }
  return found;
}

export interface Match {
  /** Higher is better. */
  readonly score: number;
  readonly ranges: readonly Range[];
}

/**
 * How well a title answers a query, or null where it does not. Each word of the query must be there: best where a word
 * begins with it, else within a word, else (three letters or more) its letters in order.
 */
export function match(title: string, query: string): Match | null {
  const words = plain(query)
    .text.split(" ")
    .filter((word) => word !== "");
  if (words.length === 0) return { score: 0, ranges: [] };
  const held = plain(title);
  let score = 0;
  const ranges: Range[] = [];
  for (const word of words) {
    const one = matchWord(held, word);
    if (one === null) return null;
    score += one.score;
    ranges.push(...one.ranges);
  }
  const sorted = ranges.sort((a, b) => a[0] - b[0]);
  return { score: score / words.length - held.length / 1000, ranges: merged(sorted) };
}

function matchWord(held: Plain, word: string): Match | null {
  const begins = beginning(held.text, word);
  if (begins >= 0) return { score: begins === 0 ? 5 : 4, ranges: [rangeOf(held, begins, word.length)] };
  const within = held.text.indexOf(word);
  if (within >= 0) return { score: 2.5, ranges: [rangeOf(held, within, word.length)] };
  return word.length < 3 ? null : scattered(held, word);
}

const LETTER = /[\p{L}\p{N}]/u;

/** Where a word of the text begins with this, behind `after`; -1 where none does. */
function beginning(text: string, word: string, after = -1): number {
  for (let at = text.indexOf(word, after + 1); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !LETTER.test(text.charAt(at - 1))) return at;
  }
  return -1;
}

/** Letters in order, the first at the beginning of a word, none too far from the one before: "exsvg" finds "Exporter en SVG". */
function scattered(held: Plain, word: string): Match | null {
  const { text } = held;
  const first = word.charAt(0);
  for (let start = beginning(text, first); start >= 0; start = beginning(text, first, start)) {
    const ranges: Range[] = [rangeOf(held, start, 1)];
    let at = start;
    let leaps = 0;
    for (const letter of word.slice(1)) {
      const near = text.indexOf(letter, at + 1);
      if (near < 0) return null;
      if (near > at + 1) leaps += LETTER.test(text.charAt(near - 1)) ? 1 : 0.25;
      at = near;
      ranges.push(rangeOf(held, near, 1));
    }
    if (leaps <= word.length / 3) return { score: 1 - leaps / word.length, ranges };
  }
  return null;
}

function rangeOf(held: Plain, at: number, length: number): Range {
  return [held.from[at] ?? 0, held.from[at + length] ?? held.length];
}

function merged(ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const [from, to] of ranges) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last[1]) joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
    else joined.push([from, to]);
  }
  return joined;
}
