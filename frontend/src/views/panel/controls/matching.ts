/** What of a list a person means by what was typed: without case and accents, by the beginnings of words first. */
import { fold } from "./reading";

/** How well a title fits; null: not at all. Smaller is better. */
export type Rank = 0 | 1 | 2 | 3;
const [EXACT, BEGINS, WORDS, HOLDS] = [0, 1, 2, 3] as const;

/** From here on a title only holds the letters somewhere inside a word: rather something else was meant. */
export const isGuess = (rank: Rank): boolean => rank === HOLDS;

export function rankOf(title: string, typed: string): Rank | null {
  const [all, wanted] = [fold(title), fold(typed)];
  if (all === wanted) return EXACT;
  if (all.startsWith(wanted)) return BEGINS;
  const words = all.split(/[^\p{L}\p{N}]+/u);
  const parts = wanted.split(/\s+/);
  if (parts.every((part) => words.some((word) => word.startsWith(part)))) return WORDS;
  return parts.every((part) => all.includes(part)) ? HOLDS : null;
}

/** Those that fit, the best first, the rest in their order. */
export function fitting<T extends { readonly title: string }>(
  options: readonly T[],
  typed: string,
): { readonly option: T; readonly rank: Rank }[] {
  return options
    .flatMap((option) => {
      const rank = typed.trim() === "" ? BEGINS : rankOf(option.title, typed);
      return rank === null ? [] : [{ option, rank }];
    })
    .sort((a, b) => a.rank - b.rank);
}

/** The title in three parts, the middle one being what was typed; it is empty where no one piece of it was. */
export function parted(
  title: string,
  typed: string,
): readonly [before: string, typed: string, after: string] {
  const wanted = fold(typed);
  const letters = Array.from(title);
  const folded = letters.map((letter) =>
    letter
      .normalize("NFD")
      .replace(/\p{Diacritic}/gu, "")
      .toLowerCase(),
  );
  const start = wanted === "" ? -1 : folded.join("").indexOf(wanted);
  if (start < 0) return [title, "", ""];
  const at = (place: number): number => {
    let passed = 0;
    return folded.findIndex((letter) => (passed += letter.length) > place);
  };
  const [from, to] = [at(start), at(start + wanted.length - 1) + 1];
  return [letters.slice(0, from).join(""), letters.slice(from, to).join(""), letters.slice(to).join("")];
}
