/** Every sentence the editor shows, in the reader's language: `t(key, values)`. */
import { number } from "./format";
import type { fr } from "./fr";
import { language, type Language } from "./language";

export * from "./dates";
export * from "./duration";
export * from "./format";
export { language, setLanguage, type Language } from "./language";

export type Key = keyof typeof fr;
export type Values = Readonly<Record<string, string | number>>;

type Catalogue = Readonly<Record<Key, string>>;

const catalogues = new Map<Language, Catalogue>();

/** Takes up a language's sentences: a page is sent its reader's language alone. */
export function learn(of: Language, sentences: Catalogue): void {
  catalogues.set(of, sentences);
}

function spoken(): Catalogue {
  const sentences = catalogues.get(language());
  if (sentences === undefined) throw new Error(`no sentences in "${language()}": learn them first`);
  return sentences;
}

/**
 * The sentence of `key` with each `{name}` replaced by its value, numbers as the language writes them.
 * "one|many" chooses by the value `n` (French counts 0 and 1 as one).
 */
export function t(key: Key, values: Values = {}): string {
  const sentence = choose(spoken()[key], values);
  if (!sentence.includes("{")) return sentence; // most of them, thousands of times on a large sheet
  return sentence.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = values[name];
    return typeof value === "number" ? number(value) : (value ?? hole);
  });
}

/** Whether the catalogue has this key, for keys put together from an element's fields. */
export const isKey = (key: string): key is Key => Object.hasOwn(spoken(), key);

/** What the keys that begin so end with. */
export const endings = (prefix: string): readonly string[] =>
  Object.keys(spoken()).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));

function choose(sentence: string, values: Values): string {
  if (!sentence.includes("|")) return sentence;
  const [one, many] = sentence.split("|");
  if (many === undefined || one === undefined) return sentence;
  const n = Math.abs(Number(values.n));
  return (language() === "fr" ? n < 2 : n === 1) ? one : many;
}
