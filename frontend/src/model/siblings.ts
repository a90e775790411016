/** Records in their order, and the keys that put one at a given place. */
import { keyBetween, keysBetween } from "./ordering";

interface Ordered {
  readonly id: string;
  readonly order: string;
}

/** By order, ties by the ids' UTF-8 bytes (rule C11). */
export function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return compareIds(a.id, b.id);
}

/** As their UTF-8 bytes compare; JavaScript's own `<` differs for what lies beyond the basic plane. */
export function compareIds(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return weight(x) - weight(y);
  }
  return a.length - b.length;
}
/** A surrogate stands for a code point above every other code unit. */
const weight = (unit: number): number => (unit >= 0xd800 && unit < 0xe000 ? unit + 0x10000 : unit);

export const inOrder = <R extends Ordered>(records: Iterable<R>): R[] => [...records].sort(byOrder);

export const lastOrder = (records: Iterable<Ordered>): string | null => {
  let last: string | null = null;
  for (const { order } of records) if (last === null || order > last) last = order;
  return last;
};

/** New keys for records that came to stand elsewhere: id and order. */
export type Placement = readonly (readonly [id: string, order: string])[];

/**
 * Keys that make `ids` stand in a row right before `next` (null: right after `previous`; both null: last) within a
 * sequence. Neighbours that share one key, as after two people inserted at one place, are given new ones too.
 */
export function place(
  sequence: Iterable<Ordered>,
  ids: readonly string[],
  { previous = null, next = null }: { readonly previous?: string | null; readonly next?: string | null },
): Placement {
  const moved = new Set(ids);
  const rest = inOrder(sequence).filter((record) => !moved.has(record.id));
  const before = rest.findIndex((record) => record.id === next);
  const after = rest.findIndex((record) => record.id === previous);
  const at = before >= 0 ? before : after >= 0 ? after + 1 : rest.length;
  const low = rest[at - 1]?.order ?? null;
  let end = at; // those that share their key with what stands before them must give way
  while (low !== null && rest[end]?.order === low) end++;
  const row = [...ids, ...rest.slice(at, end).map((record) => record.id)];
  const high = rest[end]?.order ?? null;
  const keys = row.length === 1 ? [keyBetween(low, high)] : keysBetween(low, high, row.length);
  return row.map((id, i) => [id, keys[i] ?? ""]);
}
