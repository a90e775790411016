/** What is being named where the caret stands in a text with shorthand, for completing it. */
import { nameTyped } from "./shorthand-scan";
import { FACT_WORDS, fold } from "./shorthand-words";

export type Completed = "actor" | "tool" | "information" | "channel" | "step" | "fact";

export interface Completing {
  readonly type: Completed;
  /** What was typed of the name, and where it begins. */
  readonly typed: string;
  readonly from: number;
  /** Whether the token goes on after the name. */
  readonly part: boolean;
}

const NAME = '(?:"[^"\\n]+"|[^\\s"<>=:*×@#!]+)';
/** The name that is being typed: in quotes that are still open, or a word. */
const OPEN = '("[^"\\n]*|[^\\s"<>=:*×@#!]*)$';
const PLACES: readonly (readonly [Completed, RegExp])[] = [
  ["tool", new RegExp(`(?:^|\\s)!${NAME}(?:<=?|>|=|=${NAME}>)${OPEN}`, "u")],
  ["actor", new RegExp(`(?:^|\\s)#${NAME}(?::[^\\s:]+)*:@${OPEN}`, "u")],
  ["actor", new RegExp(`(?:^|\\s)@${OPEN}`, "u")],
  ["tool", new RegExp(`(?:^|\\s)#${OPEN}`, "u")],
  ["information", new RegExp(`(?:^|\\s)!${OPEN}`, "u")],
  ["channel", new RegExp(`(?:^|\\s)~${OPEN}`, "u")],
  ["step", new RegExp(`(?:^|\\s)(?:->|<-|→|←)${OPEN}`, "u")],
  ["fact", new RegExp(`(?:^|\\s)/${OPEN}`, "u")],
];

export function completing(text: string, caret: number): Completing | null {
  const before = text.slice(0, caret);
  if (/^\S/.test(text.slice(caret))) return null; // within a word
  for (const [type, place] of PLACES) {
    const part = place.exec(before)?.[1];
    if (part === undefined) continue;
    const typed = part.replace(/^"/, "").replace(/_/g, " ");
    const within = type === "information" || (type === "tool" && /!\S*$|!"[^"]*"\S*$/.test(before));
    return { type, typed, from: before.length - part.length, part: within };
  }
  return null;
}

/** Those that begin so, then those of which another word does; at most seven. None where it is typed whole. */
export function matching(titles: readonly string[], typed: string): readonly string[] {
  const wanted = fold(typed);
  const distinct = [...new Set(titles)];
  if (distinct.some((title) => fold(title) === wanted)) return [];
  const first = distinct.filter((title) => fold(title).startsWith(wanted));
  const later = distinct.filter((title) => !first.includes(title) && fold(title).includes(` ${wanted}`));
  return [...first, ...later].slice(0, 7);
}

/** The words for facts in one of the languages. */
export const factWords = (language: "fr" | "en"): readonly string[] =>
  FACT_WORDS.map(
    ([, words]) => (language === "fr" ? words.find((word) => word.length > 1) : words.at(-1)) ?? "",
  );

/** The text with the name put in, and where the caret stands then. A space follows what is whole with its name. */
export function complete(
  text: string,
  caret: number,
  { type, from, part }: Completing,
  title: string,
): { readonly text: string; readonly caret: number } {
  const after = text.slice(caret);
  const space = part || after !== "" ? "" : " ";
  const name = type === "fact" ? title : nameTyped(title);
  const before = text.slice(0, from) + name + space;
  return { text: before + after, caret: before.length };
}
