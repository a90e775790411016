/** Modules that the first look at a sheet can do without: fetched when they are first wanted, or once nothing else is to do. */

export interface Later<T> {
  /** null until it is there. Once it is, nobody waits: a key pressed at once finds what the one before it opened. */
  readonly now: T | null;
  /** Wanted now: counts among `awaited` until it is there, or can't be had. */
  fetch(): Promise<T>;
}

const all: (() => Promise<unknown>)[] = [];
const wanted = new Set<Promise<unknown>>();

/** What somebody waits for, as against what is fetched while nothing else is to do. */
export const awaited: ReadonlySet<Promise<unknown>> = wanted;

export function later<T>(load: () => Promise<T>): Later<T> {
  let now: T | null = null;
  const come = async (): Promise<T> => (now ??= await load());
  const part: Later<T> = {
    get now() {
      return now;
    },
    fetch() {
      const coming = come();
      wanted.add(coming);
      const done = (): void => void wanted.delete(coming);
      coming.then(done, done);
      return coming;
    },
  };
  all.push(come);
  return part;
}

/** One after the other; without a network they are asked for again when they are wanted. */
export async function fetchAll(): Promise<void> {
  for (const come of all) await come().catch(() => undefined);
}
