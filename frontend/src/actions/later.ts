/** Modules that the first look at a sheet can do without: fetched when they are first wanted, or once nothing else is to do. */

export interface Later<T> {
  /** null until it is there. Once it is, nobody waits: a key pressed at once finds what the one before it opened. */
  readonly now: T | null;
  fetch(): Promise<T>;
}

const all: Later<unknown>[] = [];

export function later<T>(load: () => Promise<T>): Later<T> {
  let now: T | null = null;
  const part: Later<T> = {
    get now() {
      return now;
    },
    fetch: async () => (now ??= await load()),
  };
  all.push(part);
  return part;
}

/** One after the other; without a network they are asked for again when they are wanted. */
export async function fetchAll(): Promise<void> {
  for (const part of all) await part.fetch().catch(() => undefined);
}
