/** Every sentence the editor shows, in the reader's language: `t(key, values)`. The language is that of the page. */
import { en } from "./en";
import { fr } from "./fr";

export type Language = "fr" | "en";
export type Key = keyof typeof fr;
export type Values = Readonly<Record<string, string | number>>;

const catalogues: Record<Language, Record<Key, string>> = { fr, en };
let current: Language = "fr";

/** Once, before anything is drawn. */
export function setLanguage(language: Language): void {
  current = language;
}
export const language = (): Language => current;

/**
 * The sentence of `key` with `{name}` replaced by its value. "one|many" chooses by the value `n`
 * (French counts 0 and 1 as one).
 */
export function t(key: Key, values: Values = {}): string {
  return choose(catalogues[current][key], values).replace(/\{(\w+)\}/g, (hole, name: string) => {
    const value = values[name];
    return value === undefined ? hole : String(value);
  });
}

function choose(sentence: string, values: Values): string {
  const [one, many] = sentence.split("|");
  if (many === undefined || one === undefined) return sentence;
  const n = Math.abs(Number(values.n));
  return (current === "fr" ? n < 2 : n === 1) ? one : many;
}
