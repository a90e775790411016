/**
 * What an answer says again stays the object that it was: who draws passes over it, and what was read for nothing dies
 * young. A large sheet's answer holds ten thousand objects, of which an edit changes a few; kept until the next answer,
 * they would be copied about by the browser's collector in the middle of a frame.
 */

/**
 * `next` with the items of `before` wherever they say the same; `before` itself where all do. In time of both; keys are
 * asked for only where the order changed.
 */
export function again<T>(next: readonly T[], before: readonly T[], keyOf: (item: T) => string): readonly T[] {
  if (next === before) return before;
  let places: Map<string, number> | null = null;
  let at = 0; // where the next one most likely stood
  const kept = next.map((item) => {
    let old = before[at];
    if (old === undefined || !says(item, old)) {
      places ??= new Map(before.map((one, place) => [keyOf(one), place]));
      const place = places.get(keyOf(item));
      if (place === undefined) return item;
      at = place;
      old = before[at];
    }
    at++;
    return old !== undefined && says(item, old) ? old : item;
  });
  return kept.length === before.length && kept.every((item, place) => item === before[place]) ? before : kept;
}

/** Whether two values of JSON are the same, `but` for some fields of them. */
export function says(a: unknown, b: unknown, but: ReadonlySet<string> = NONE): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || Array.isArray(b)) return Array.isArray(a) && Array.isArray(b) && saysAll(a, b);
  const [left, right] = [a, b] as [Record<string, unknown>, Record<string, unknown>];
  // Not listed: this is asked ten thousand times an answer.
  for (const name in left) {
    if (but.has(name)) continue;
    if (!(name in right) || !says(left[name], right[name])) return false;
  }
  for (const name in right) if (!(name in left)) return false;
  return true;
}
const NONE: ReadonlySet<string> = new Set();

/** By their places: to ask a list for its names makes a text of each. */
function saysAll(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!says(a[i], b[i])) return false;
  return true;
}
