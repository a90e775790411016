/** "Decide > Waits": what is typed as the name of a moment may name its phase before it. */

export interface MomentName {
  /** null: it stays where it is. */
  readonly phase: string | null;
  readonly title: string;
}

/** An arrow ("->", "=>") is part of the title. */
export function momentName(text: string): MomentName {
  const [, phase, title] = /^\s*(.*?[^-=\s])\s*>\s*(\S.*)$/.exec(text) ?? [];
  return phase === undefined || title === undefined
    ? { phase: null, title: text.trim() }
    : { phase, title: title.trim() };
}
