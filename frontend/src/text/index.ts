/** Every sentence the editor shows, in the reader's language: `t(key, values)`. */
import { en } from "./en";
import { number } from "./format";
import { fr } from "./fr";
import { language, type Language } from "./language";

export * from "./dates";
export * from "./duration";
export * from "./format";
export { language, setLanguage, type Language } from "./language";

export type Key = keyof typeof fr;
export type Values = Readonly<Record<string, string | number>>;

const catalogues: Readonly<Record<Language, Readonly<Record<Key, string>>>> = { fr, en };

/**
 * The sentence of `key` with each `{name}` replaced by its value, numbers as the language writes them.
 * "one|many" chooses by the value `n` (French counts 0 and 1 as one).
 */
export function t(key: Key, values: Values = {}): string {
  const sentence = choose(catalogues[language()][key], values);
  if (!sentence.includes("{")) return sentence; // most of them, thousands of times on a large sheet
  return sentence.replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = values[name];
    return typeof value === "number" ? number(value) : (value ?? hole);
  });
}

/** Whether the catalogue has this key, for keys put together from an element's fields. */
export const isKey = (key: string): key is Key => Object.hasOwn(fr, key);

function choose(sentence: string, values: Values): string {
  if (!sentence.includes("|")) return sentence;
  const [one, many] = sentence.split("|");
  if (many === undefined || one === undefined) return sentence;
  const n = Math.abs(Number(values.n));
  return (language() === "fr" ? n < 2 : n === 1) ? one : many;
}
