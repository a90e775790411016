/** The language of this page, set once before anything is drawn. */

export type Language = "fr" | "en";

let current: Language = "fr";

export function setLanguage(language: Language): void {
  current = language;
}
export const language = (): Language => current;
