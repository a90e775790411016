/** Records by what they belong to, in their order. A group that did not change stays the same array from state to state. */
import { byOrder } from "../../model/siblings";

interface Ordered {
  readonly id: string;
  readonly order: string;
}
export type Groups<R> = ReadonlyMap<string, readonly R[]>;

/** `ownersOf` gives the ids of all that a record belongs to. */
export function createGroups<R extends Ordered>(
  ownersOf: (record: R) => readonly string[],
): (records: ReadonlyMap<string, R>) => Groups<R> {
  let before: ReadonlyMap<string, R> | null = null;
  let last: Groups<R> = new Map();
  return (records) => {
    if (records === before) return last;
    before = records;
    const groups = new Map<string, R[]>();
    for (const record of records.values()) {
      for (const owner of ownersOf(record)) {
        const group = groups.get(owner);
        if (group === undefined) groups.set(owner, [record]);
        else group.push(record);
      }
    }
    for (const group of groups.values()) group.sort(byOrder);
    return (last = keepEqual(last, groups));
  };
}

/** The new groups, with the old array wherever it holds the same items. */
export function keepEqual<R>(
  last: Groups<R>,
  groups: Groups<R>,
  same: (a: R, b: R | undefined) => boolean = (a, b) => a === b,
): Groups<R> {
  const kept = new Map<string, readonly R[]>();
  let all = last.size === groups.size;
  for (const [owner, group] of groups) {
    const old = last.get(owner);
    const equal = old?.length === group.length && group.every((item, i) => same(item, old[i]));
    kept.set(owner, equal ? old : group);
    all &&= equal;
  }
  return all ? last : kept;
}
