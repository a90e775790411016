/** Records that several names of one change refer to: found by title, else made once, all of it ops of that change. */
import { newId } from "../model/ids";
import { put, set, type Op, type Records, type State } from "../model/records";
import { fold } from "../model/shorthand-words";
import { inOrder } from "../model/siblings";
import type { NamedType } from "./named";

export interface Naming {
  /** Its id; one that is made gets these fields too. */
  id<T extends NamedType>(type: T, title: string, fields?: Partial<Records[T]>): string;
  /** Sets a field of a record that was found or made here. */
  set<T extends NamedType, F extends keyof Records[T] & string>(
    type: T,
    id: string,
    field: F,
    value: Records[T][F],
  ): void;
  /** What stands there now, as the change will leave it. */
  value<T extends NamedType, F extends keyof Records[T] & string>(
    type: T,
    id: string,
    field: F,
  ): Records[T][F] | undefined;
  /** What must come before the ops that refer to these records. */
  ops(): readonly Op[];
}

/** Actors first: tools name them, and information names tools. */
const TYPES: readonly NamedType[] = ["actor", "channel", "tool", "information"];

export function createNaming(state: State): Naming {
  const known = new Map<NamedType, Map<string, string>>();
  const made = new Map<string, { type: NamedType; record: Record<string, unknown> & { id: string } }>();
  const changed = new Map<string, { type: NamedType; id: string; fields: Record<string, unknown> }>();

  function knownOf(type: NamedType): Map<string, string> {
    let titles = known.get(type);
    if (titles === undefined) {
      titles = new Map();
      const records: Iterable<Records[NamedType]> = state[type].values();
      for (const { id, title } of inOrder(records)) if (!titles.has(fold(title))) titles.set(fold(title), id);
      known.set(type, titles);
    }
    return titles;
  }
  return {
    id(type, title, fields = {}) {
      const titles = knownOf(type);
      const there = titles.get(fold(title));
      if (there !== undefined) return there;
      const id = newId();
      titles.set(fold(title), id);
      made.set(id, { type, record: { ...fields, id, title: title.normalize("NFC") } });
      return id;
    },
    set(type, id, field, value) {
      const own = made.get(id);
      if (own !== undefined) own.record[field] = value;
      else if (JSON.stringify(state[type].get(id)?.[field]) !== JSON.stringify(value)) {
        const key = `${type} ${id}`;
        const fields = changed.get(key)?.fields ?? {};
        changed.set(key, { type, id, fields: { ...fields, [field]: value } });
      }
    },
    value(type, id, field) {
      const own = made.get(id)?.record ?? changed.get(`${type} ${id}`)?.fields;
      const held = own !== undefined && field in own ? own[field] : state[type].get(id)?.[field];
      return held as Records[typeof type][typeof field] | undefined;
    },
    ops: () =>
      TYPES.flatMap((type) => [
        ...[...made.values()].flatMap((one) => (one.type === type ? [put(type, one.record)] : [])),
        ...[...changed.values()].flatMap((one) =>
          one.type === type
            ? Object.entries(one.fields).map(([field, value]) =>
                set(type, one.id, field as "title", value as string),
              )
            : [],
        ),
      ]),
  };
}
