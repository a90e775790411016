/** A state while ops are applied to it, with the ops as they really happened and what takes them back. */
import type { DroppedOp } from "./errors";
import { fieldOf, put, type AnyRecord, type Op, type State, type Type } from "./records";
import { OWN_IDS, PARENT, TYPES } from "./schema";
import { lastOrder } from "./siblings";

type Maps = Record<Type, Map<string, AnyRecord>>;

/** A state of the records the server gave, or of none. */
export const stateOf = (records: { readonly [type: string]: unknown } = {}): State =>
  Object.fromEntries(
    TYPES.map((type) => {
      const given = records[type];
      const list = Array.isArray(given) ? (given as readonly AnyRecord[]) : [];
      return [type, new Map(list.map((record) => [record.id, record]))];
    }),
  ) as unknown as State;

/** Maps are copied when first written to; nothing else is. */
export class Draft {
  readonly ops: Op[] = [];
  /** What takes each of `ops` back, in their order: to be run backwards. */
  readonly inverse: Op[] = [];
  readonly dropped: DroppedOp[] = [];
  /** For the check of shares: steps whose links were touched, steps that moved, whether columns did. */
  readonly sources = new Set<string>();
  readonly moved = new Set<string>();
  columnsChanged = false;

  private readonly maps: Maps;
  private readonly copied = new Set<Type>();
  /** Last key among siblings, by type and parent. */
  private readonly last = new Map<string, string | null>();

  constructor(state: State) {
    this.maps = { ...state } as unknown as Maps;
  }

  get state(): State {
    return this.maps as unknown as State;
  }
  records(type: Type): ReadonlyMap<string, AnyRecord> {
    return this.maps[type];
  }
  get(type: Type, id: string): AnyRecord | undefined {
    return this.maps[type].get(id);
  }
  has(types: readonly Type[], id: string): boolean {
    return types.some((type) => this.maps[type].has(id));
  }

  put(type: Type, record: AnyRecord): void {
    this.writable(type).set(record.id, record);
    this.ops.push(put(type, record));
    this.inverse.push({ op: "remove", type, id: record.id });
    const siblings = siblingsOf(type, record);
    const last = this.last.get(siblings);
    if (last === null || (last !== undefined && last < record.order)) this.last.set(siblings, record.order);
  }

  /** Without a value the field is taken away. */
  set(type: Type, id: string, field: string, value: { readonly value?: unknown }): void {
    const record = this.get(type, id);
    if (record === undefined) return;
    const op = { op: "set", type, id, field } as const;
    this.writable(type).set(id, withField(record, field, value));
    this.ops.push({ ...op, ...value });
    this.inverse.push(Object.hasOwn(record, field) ? { ...op, value: fieldOf(record, field) } : op);
    if (field === "order" || field === PARENT[type]) this.last.clear();
  }

  remove(type: Type, id: string): void {
    const record = this.get(type, id);
    if (record === undefined) return;
    this.writable(type).delete(id);
    this.ops.push({ op: "remove", type, id });
    this.inverse.push(put(type, record));
    this.last.clear();
  }

  drop(op: Op, reason: DroppedOp["reason"]): void {
    this.dropped.push({ op, reason });
  }

  /** Whether an id is in use among the types that share names with this one. */
  taken(type: Type, id: string): boolean {
    if (OWN_IDS.includes(type)) return this.maps[type].has(id);
    return this.has(SHARED, id);
  }

  lastOrder(type: Type, record: Readonly<Record<string, unknown>>): string | null {
    const key = siblingsOf(type, record);
    let last = this.last.get(key);
    if (last === undefined) {
      const parent = PARENT[type];
      const all = [...this.maps[type].values()];
      last = lastOrder(
        parent === undefined ? all : all.filter((one) => fieldOf(one, parent) === record[parent]),
      );
      this.last.set(key, last);
    }
    return last;
  }

  private writable(type: Type): Map<string, AnyRecord> {
    if (!this.copied.has(type)) {
      this.maps[type] = new Map(this.maps[type]);
      this.copied.add(type);
    }
    return this.maps[type];
  }
}

/** The types that share one namespace. */
const SHARED: readonly Type[] = TYPES.filter((type) => !OWN_IDS.includes(type));

function siblingsOf(type: Type, record: object): string {
  const parent = PARENT[type];
  return parent === undefined ? type : `${type} ${String((record as Record<string, unknown>)[parent])}`;
}

function withField(record: AnyRecord, field: string, value: { readonly value?: unknown }): AnyRecord {
  if ("value" in value) return { ...record, [field]: value.value };
  return Object.fromEntries(
    Object.entries(record).filter(([name]) => name !== field),
  ) as unknown as AnyRecord;
}
