/**
 * Facts typed within a card's text: "Saisit la commande @Vendeuse #CRM !Adresse>CRM 3m+10m :(". What is understood
 * becomes a token and leaves the title, what is not stays text; a backslash keeps a word as it is: "\#4".
 * docs/typing.md lists the grammar. Pure: whether a name exists is asked elsewhere.
 */
import { DURATION, type Scan, durationOf, nameAt, scan, secondsOf } from "./shorthand-scan";
import {
  FACT_WORDS,
  INFORMATION_WORDS,
  SIDE_WORDS,
  STATE_WORDS,
  type Fact,
  meaningOf,
} from "./shorthand-words";
import type { ExchangeState, InformationKind, Side } from "./records";

export interface ActorToken {
  readonly kind: "actor";
  readonly name: string;
  readonly headcount: number | null;
  readonly side: Side | null;
}
export interface ToolToken {
  readonly kind: "tool";
  readonly name: string;
  readonly times: number | null;
  readonly latency_s: number | null;
  /** Who has access, by name; none given: nothing is said. */
  readonly access: readonly string[];
}
export interface InformationToken {
  readonly kind: "information";
  readonly name: string;
  /** out: the customer tells, an employee types; in: the customer learns, an employee reads; null: it is only named. */
  readonly way: "needs" | "out" | "in" | null;
  /** Where it is typed or read. */
  readonly tool: string | null;
  readonly held: string | null;
  /** The tool that the one it is held in feeds it to. */
  readonly feeds: string | null;
  /** How fresh it must be (needs), or the part of the work that it takes. */
  readonly minutes: number | null;
  readonly delay_min: number | null;
  readonly state: ExchangeState | null;
  readonly sort: InformationKind | null;
  readonly as: string;
}
export type Token =
  | ActorToken
  | ToolToken
  | InformationToken
  | { readonly kind: "times"; readonly work: number | null; readonly wait: number | null }
  | { readonly kind: "emotion"; readonly value: number }
  | { readonly kind: "truth" }
  | { readonly kind: "channel"; readonly name: string }
  | { readonly kind: "fact"; readonly fact: Fact }
  | { readonly kind: "said"; readonly text: string }
  | { readonly kind: "share"; readonly share: number }
  | { readonly kind: "link"; readonly name: string; readonly back: boolean; readonly share: number | null };

/** A token and where it stands in the text. */
export interface Found {
  readonly token: Token;
  readonly from: number;
  readonly to: number;
}

export function parse(text: string): readonly Found[] {
  const found: Found[] = [];
  for (let at = 0; at < text.length;) {
    if (!begins(text, at)) {
      at++;
      continue;
    }
    const match = tokenAt(text, at);
    if (match !== null) found.push({ token: match.token, from: at, to: match.to });
    at = match?.to ?? at + 1;
  }
  return found;
}

/** The text without these tokens, and without the backslashes that kept others from being one. */
export function titleWithout(text: string, taken: readonly Found[]): string {
  let title = "";
  for (let at = 0; at < text.length;) {
    const token = taken.find(({ from }) => from === at);
    if (token !== undefined) {
      at = token.to;
      continue;
    }
    const kept = begins(text, at) ? backslashes(text, at) : 0;
    // One backslash goes, the others are its own.
    if (kept > 0 && readingAt(text, at + kept) !== null) title += text.slice(at + 1, at + kept + 1);
    else title += text.slice(at, at + kept + 1);
    at += kept + 1;
  }
  return tidy(title);
}

/** A title as it is typed: what would be understood as a fact has a backslash. */
export function escapeTitle(title: string): string {
  let text = "";
  for (let at = 0; at < title.length; at++) {
    const kept = begins(title, at) ? backslashes(title, at) : 0;
    const read = kept > 0 ? readingAt : tokenAt;
    if (begins(title, at) && read(title, at + kept) !== null) text += "\\";
    text += title.charAt(at);
  }
  return text;
}

/** One space between words, no empty line, nothing around. */
export const tidy = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");

/** Words begin after white space. */
const begins = (text: string, at: number): boolean =>
  text.charAt(at).trim() !== "" && (at === 0 || text.charAt(at - 1).trim() === "");

function backslashes(text: string, at: number): number {
  let count = 0;
  while (text.charAt(at + count) === "\\") count++;
  return count;
}

/** A number behind a sign, as people write them: "Ticket #12", "~10 min", "@10h30". In quotes it is a name. */
const NUMBER = /^[@#~!]\d[\d.,:]*(?:h\d*|am|pm|min|mn|m|s|j|d|k|%|€|\$)?(?=[\s,;.]|$)/;
/** Words before a duration or a part with which it belongs to the sentence: "Rappelle sous 48h", "a discount of 20%". */
const BEFORE = new Set(
  (
    "à a au de en sous dans le la les un une des du par pour pendant après avant chaque tous toutes moins plus environ " +
    "vers sur depuis jusqu'à ou et entre in within after before for of by under over every each the about than at to " +
    "until since per an or and between from with avec"
  ).split(" "),
);
const LAST_WORD = /(?:^|\s)([\p{L}'’]+)[^\S\r\n]+$/u;

/** Whether what could be a token here is rather a part of the sentence. */
function isProse(text: string, at: number, { kind }: Token): boolean {
  if (kind === "times" || kind === "share") {
    const [, word = ""] = LAST_WORD.exec(text.slice(0, at)) ?? [];
    return BEFORE.has(word.toLowerCase().replace("’", "'"));
  }
  return NUMBER.test(text.slice(at, at + 40));
}

/** The token that begins here, unless it reads as part of the sentence. */
function tokenAt(text: string, at: number): Reading | null {
  const reading = readingAt(text, at);
  return reading === null || isProse(text, at, reading.token) ? null : reading;
}

interface Reading {
  readonly token: Token;
  readonly to: number;
}

/** The first reading of what begins here that ends at white space, or before a comma. */
function readingAt(text: string, at: number): Reading | null {
  for (const read of READERS) {
    const from = scan(text, at);
    const token = read(from);
    if (token === null) continue;
    from.take(/[,;](?=\s|$)/);
    if (from.ended()) return { token, to: from.at };
  }
  return null;
}

type Reader = (from: Scan) => Token | null;

const actor: Reader = (from) => {
  if (!from.take(/@/)) return null;
  const name = nameAt(from);
  if (name === null) return null;
  let [headcount, side]: [number | null, Side | null] = [null, null];
  while (from.take(/:/)) {
    const count = from.take(/\d+(?:[.,]\d+)?/);
    const word = count ? null : from.take(/[\p{L}]+/u);
    const of = word ? meaningOf(SIDE_WORDS, word) : null;
    if (count) headcount = Number(count.replace(",", "."));
    else if (of !== null) side = of;
    else return null;
  }
  return { kind: "actor", name, headcount, side };
};

const tool: Reader = (from) => {
  if (!from.take(/#/)) return null;
  const name = nameAt(from);
  if (name === null) return null;
  const times = from.take(/[*×]\d+/);
  let latency_s: number | null = null;
  const access: string[] = [];
  while (from.take(/:/)) {
    if (from.take(/@/)) {
      const who = nameAt(from);
      if (who === null) return null;
      access.push(who);
    } else {
      latency_s = secondsOf(from.take(DURATION) ?? from.take(/\d+(?:[.,]\d+)?/));
      if (latency_s === null) return null;
    }
  }
  if (times !== null && Number(times.slice(1)) < 1) return null;
  return { kind: "tool", name, times: times === null ? null : Number(times.slice(1)), latency_s, access };
};

const information: Reader = (from) => {
  if (!from.take(/!/)) return null;
  const name = nameAt(from);
  if (name === null) return null;
  let way: InformationToken["way"] = "needs";
  let [where, held, feeds]: [string | null, string | null, string | null] = [null, null, null];
  if (from.take(/<=/)) {
    way = "in";
    held = where = nameAt(from);
    if (held === null) return null;
  } else if (from.take(/=/)) {
    way = null;
    held = nameAt(from);
    if (held !== null && from.take(/>/) && (feeds = nameAt(from)) === null) return null;
  } else {
    const arrow = from.take(/[<>]/);
    if (arrow !== null) {
      way = arrow === ">" ? "out" : "in";
      where = nameAt(from);
    }
  }
  let [minutes, delay_min]: [number | null, number | null] = [null, null];
  let [state, sort]: [ExchangeState | null, InformationKind | null] = [null, null];
  let as = "";
  while (from.take(/:/)) {
    const form = from.take(QUOTED);
    const lasts = form === null ? durationOf(from.take(DURATION)) : null;
    const delay = from.take(/\//) === null ? null : durationOf(from.take(DURATION));
    const word = form === null && lasts === null && delay === null ? from.take(/[\p{L}]+/u) : null;
    const [how, what] =
      word === null ? [] : [meaningOf(STATE_WORDS, word), meaningOf(INFORMATION_WORDS, word)];
    if (form !== null) as = form.slice(1, -1).trim();
    else if (lasts === null && delay === null && how == null && what == null) return null;
    minutes = lasts ?? minutes;
    delay_min = delay ?? delay_min;
    state = how ?? state;
    sort = how == null ? (what ?? sort) : sort;
  }
  return { kind: "information", name, way, tool: where, held, feeds, minutes, delay_min, state, sort, as };
};

const times: Reader = (from) => {
  const work = durationOf(from.take(DURATION));
  const wait = from.take(/\+/) === null ? null : durationOf(from.take(DURATION));
  return work === null && wait === null ? null : { kind: "times", work, wait };
};

const FACES: Readonly<Record<string, number>> = { "))": 2, ")": 1, "|": 0, "(": -1, "((": -2 };
const emotion: Reader = (from) => {
  const face = from.take(/[:;]-?(?:\)\)?|\(\(?|\|)/);
  const value = face === null ? undefined : FACES[face.replace(/^[:;]-?/, "")];
  return value === undefined ? null : { kind: "emotion", value };
};

const truth: Reader = (from) => (from.take(/[*★]/) === null ? null : { kind: "truth" });

const channel: Reader = (from) => {
  const name = from.take(/~/) === null ? null : nameAt(from);
  return name === null ? null : { kind: "channel", name };
};

const fact: Reader = (from) => {
  const word = from.take(/\/[\p{L}-]+/u);
  const meant = word === null ? null : meaningOf(FACT_WORDS, word.slice(1));
  return meant === null ? null : { kind: "fact", fact: meant };
};

const QUOTED = /"[^"\n]+"|«[^»\n]+»|“[^”\n]+”/;
const said: Reader = (from) => {
  const words = from.take(/:/) === null ? null : from.take(QUOTED);
  return words === null ? null : { kind: "said", text: words.slice(1, -1).trim() };
};

const PERCENT = /(?:100|\d{1,2}(?:[.,]\d+)?)%/;
const shareOf = (percent: string | null): number | null =>
  percent === null ? null : Math.round(Number(percent.slice(0, -1).replace(",", ".")) * 100) / 10000;
const share: Reader = (from) => {
  const part = shareOf(from.take(PERCENT));
  return part === null ? null : { kind: "share", share: part };
};

const link: Reader = (from) => {
  const arrow = from.take(/->|<-|→|←/);
  const name = arrow === null ? null : nameAt(from);
  if (name === null) return null;
  const part = from.take(/:/) === null ? null : shareOf(from.take(PERCENT));
  return { kind: "link", name, back: arrow === "<-" || arrow === "←", share: part };
};

const READERS: readonly Reader[] = [
  actor,
  tool,
  information,
  times,
  emotion,
  said,
  truth,
  channel,
  fact,
  share,
  link,
];
