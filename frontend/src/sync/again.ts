/**
 * What an answer says again stays the object that it was: who draws passes over it, and what was read for nothing dies
 * young. A large sheet's answer holds ten thousand objects, of which an edit changes a few; kept until the next answer,
 * they would be copied about by the browser's collector in the middle of a frame.
 */

/** `next` with the items of `before` wherever they say the same; `before` itself where all do. In time of both. */
export function again<T>(next: readonly T[], before: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const known = new Map(before.map((item) => [keyOf(item), item]));
  const kept = next.map((item) => {
    const old = known.get(keyOf(item));
    return old !== undefined && says(item, old) ? old : item;
  });
  return kept.length === before.length && kept.every((item, at) => item === before[at]) ? before : kept;
}

/** Whether two values of JSON are the same. */
function says(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a, b] as [Record<string, unknown>, Record<string, unknown>];
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => name in right && says(left[name], right[name]))
  );
}
