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

/** Whether two values of JSON are the same. */
function says(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a, b] as [Record<string, unknown>, Record<string, unknown>];
  // Not listed: this is asked ten thousand times an answer.
  for (const name in left) if (!(name in right) || !says(left[name], right[name])) return false;
  for (const name in right) if (!(name in left)) return false;
  return true;
}
