/**
 * Applies a change to the records: all of it or nothing. Gives the change as the log holds it (complete records,
 * what a removal takes along) and what takes it back. Twin of blueprint/changes.py (rules C1, C5, C6).
 */
import { keyBetween, isKey } from "./ordering";
import { fieldOf, put, type AnyRecord, type Area, type Op, type State, type Type } from "./records";
import { allowsExtra, FIELDS, isExtra, isId, isType, OWN_IDS, PARENT, REFERRING, TYPES } from "./schema";
import { brokenShare } from "./shares";
import { lastOrder } from "./siblings";

export interface Applied {
  readonly state: State;
  /** As the log holds it: complete puts, cascaded removals before what they hang on. */
  readonly ops: readonly Op[];
  /** Restores exactly what was, in an order that can be run. */
  readonly inverse: readonly Op[];
  readonly dropped: readonly { readonly op: Op; readonly reason: Reason }[];
}

export type Reason = "missing" | "exists" | "value" | "share";

/** Why a change can't be made; nothing of it was applied. */
export class ChangeError extends Error {
  constructor(
    /** Such as `ops[2].record.lane`. */
    readonly place: string,
    readonly reason: Reason,
    /** Never valid (400), as against not now (409). */
    readonly never: boolean,
  ) {
    super(`${place}: ${reason}`);
    this.name = "ChangeError";
  }
}

/** O(ops and what they touch, plus one copy of each map that changes). Throws `ChangeError`. */
export function apply(state: State, ops: readonly Op[]): Applied {
  const work = new Work(state);
  ops.forEach((op, i) => work.run(op, `ops[${i}]`));
  const broken = brokenShare(work.state, work.links.keys());
  if (broken !== null) throw new ChangeError(work.links.get(broken.id) ?? "ops", "share", false);
  return { state: work.state, ops: work.done, inverse: work.inverse.reverse(), dropped: work.dropped };
}

/** Applies what the log holds as it stands: it was checked, and nothing hangs on it that it does not name. */
export function patch(state: State, ops: readonly Op[]): State {
  const draft = new Draft(state);
  for (const op of ops) {
    if (!isType(op.type)) continue; // of a newer server
    if (op.op === "put") draft.write(op.type, op.record as AnyRecord);
    else if (op.op === "remove") draft.delete(op.type, op.id);
    else {
      const record = draft.get(op.type, op.id);
      if (record !== undefined) draft.write(op.type, withField(record, op.field, op.value, "value" in op));
    }
  }
  return draft.state;
}

/** A state of no records, or of those the server gave. */
export function stateOf(records: { readonly [T in Type]?: readonly AnyRecord[] } = {}): State {
  return Object.fromEntries(
    TYPES.map((type) => [type, new Map((records[type] ?? []).map((record) => [record.id, record]))]),
  ) as unknown as State;
}

type Maps = Record<Type, Map<string, AnyRecord>>;

/** Copies a map the first time it is written to. */
class Draft {
  state: State;
  private readonly own = new Set<Type>();

  constructor(state: State) {
    this.state = state;
  }
  get(type: Type, id: string): AnyRecord | undefined {
    return this.state[type].get(id);
  }
  write(type: Type, record: AnyRecord): void {
    this.map(type).set(record.id, record);
  }
  delete(type: Type, id: string): void {
    this.map(type).delete(id);
  }
  private map(type: Type): Map<string, AnyRecord> {
    if (!this.own.has(type)) {
      this.state = { ...this.state, [type]: new Map(this.state[type] as ReadonlyMap<string, AnyRecord>) };
      this.own.add(type);
    }
    return (this.state as unknown as Maps)[type];
  }
}

class Work extends Draft {
  readonly done: Op[] = [];
  /** In the order of `done`; to be run backwards. */
  readonly inverse: Op[] = [];
  readonly dropped: { op: Op; reason: Reason }[] = [];
  /** Links whose shares are to be checked. */
  readonly links = new Map<string, string>();

  /** Of the op that is being run. */
  private place = "";

  run(op: Op, place: string): void {
    this.place = place;
    if (!isType(op.type)) throw new ChangeError(`${place}.type`, "value", true);
    if (op.op === "put") this.put(op.type, op.record, op, place);
    else if (op.op === "set") this.set(op, place);
    else {
      if (op.type === "blueprint") throw new ChangeError(`${place}.type`, "value", true);
      if (this.get(op.type, op.id) === undefined) this.dropped.push({ op, reason: "missing" });
      else this.remove(op.type, op.id);
    }
  }

  private put(type: Type, draft: object, op: Op, place: string): void {
    if (type === "blueprint") throw new ChangeError(`${place}.type`, "value", true);
    const given = draft as Readonly<Record<string, unknown>>;
    const at = `${place}.record`;
    const { id, order } = given;
    if (!isId(id)) throw new ChangeError(`${at}.id`, "value", true);
    if (order !== undefined && !(typeof order === "string" && isKey(order))) {
      throw new ChangeError(`${at}.order`, "value", true);
    }
    const record: Record<string, unknown> = { id, order };
    for (const [name, field] of Object.entries(FIELDS[type])) {
      const value = Object.hasOwn(given, name) ? given[name] : field.fallback;
      if (value === undefined || !field.allows(value)) throw new ChangeError(`${at}.${name}`, "value", true);
      record[name] = value;
    }
    for (const [name, value] of Object.entries(given)) {
      if (Object.hasOwn(record, name)) continue;
      if (!isExtra(type, name) || !allowsExtra(name, value))
        throw new ChangeError(`${at}.${name}`, "value", true);
      record[name] = value;
    }
    if (this.taken(type, id as string)) throw new ChangeError(`${at}.id`, "exists", false);
    this.resolve(type, record, op, at);
    record.order ??= keyBetween(this.lastOrder(type, record), null);
    this.emitPut(type, record as unknown as AnyRecord);
  }

  /** What a new record must hang on exists, else the change is refused; what it may mention and is gone is left out. */
  private resolve(type: Type, record: Record<string, unknown>, op: Op, at: string): void {
    for (const [name, field] of Object.entries(FIELDS[type])) {
      const value = record[name];
      if (type === "flag" && name === "area" && value !== null && !this.areaStands(value as Area)) {
        record[name] = null;
        this.dropped.push({ op, reason: "missing" });
      }
      if (field.to === undefined || value === null) continue;
      const gone = idsIn(value).filter((id) => !this.names(field.to ?? [], id));
      if (gone.length === 0) continue;
      if (field.fallback === undefined) throw new ChangeError(`${at}.${name}`, "missing", false);
      record[name] = Array.isArray(value) ? value.filter((id) => !gone.includes(id as string)) : null;
      this.dropped.push({ op, reason: "missing" });
    }
  }

  private set(op: Op & { readonly op: "set" }, place: string): void {
    const { type, id, field: name } = op;
    const field = Object.hasOwn(FIELDS[type], name) ? FIELDS[type][name] : undefined;
    const takesAway = !("value" in op);
    if (name === "order" && type !== "blueprint") {
      if (takesAway || typeof op.value !== "string" || !isKey(op.value)) {
        throw new ChangeError(`${place}.value`, "value", true);
      }
    } else if (field !== undefined) {
      if (takesAway || !field.allows(op.value)) throw new ChangeError(`${place}.value`, "value", true);
    } else {
      if (!isExtra(type, name)) throw new ChangeError(`${place}.field`, "value", true);
      if (!takesAway && !allowsExtra(name, op.value)) throw new ChangeError(`${place}.value`, "value", true);
    }
    const record = this.get(type, id);
    const names = field?.to !== undefined && op.value !== null ? idsIn(op.value) : [];
    const stands =
      names.every((one) => this.names(field?.to ?? [], one)) &&
      !(type === "flag" && name === "area" && op.value !== null && !this.areaStands(op.value as Area));
    if (record === undefined || !stands) this.dropped.push({ op, reason: "missing" });
    else this.emitSet(type, record, name, op.value, !takesAway);
  }

  /** Takes along what the record owns, empties what mentions it, and then removes it (rule C6). */
  private remove(type: Type, id: string): void {
    for (const { from, field, owned } of REFERRING[type]) {
      for (const record of [...(this.state[from] as ReadonlyMap<string, AnyRecord>).values()]) {
        const value = fieldOf(record, field);
        if (Array.isArray(value) ? !value.includes(id) : value !== id) continue;
        if (owned) {
          if (this.get(from, record.id) !== undefined) this.remove(from, record.id);
        } else {
          this.emitSet(from, record, field, Array.isArray(value) ? value.filter((one) => one !== id) : null);
        }
      }
    }
    if (type === "lane" || type === "moment") {
      for (const flag of this.state.flag.values()) {
        if (flag.area !== null && [...flag.area.lanes, ...flag.area.moments].includes(id)) {
          this.emitSet("flag", flag, "area", null);
        }
      }
    }
    const record = this.get(type, id);
    if (record === undefined) return;
    this.delete(type, id);
    this.done.push({ op: "remove", type, id });
    this.inverse.push(put(type, record));
  }

  private emitPut(type: Type, record: AnyRecord): void {
    this.write(type, record);
    this.done.push(put(type, record));
    this.inverse.push({ op: "remove", type, id: record.id });
    if (type === "link") this.links.set(record.id, this.place);
  }

  private emitSet(type: Type, record: AnyRecord, field: string, value: unknown, given = true): void {
    const before = fieldOf(record, field);
    const had = Object.hasOwn(record, field);
    this.write(type, withField(record, field, value, given));
    this.done.push({ op: "set", type, id: record.id, field, ...(given ? { value } : {}) });
    this.inverse.push({ op: "set", type, id: record.id, field, ...(had ? { value: before } : {}) });
    if (type === "link") this.links.set(record.id, this.place);
  }

  private names(types: readonly Type[], id: string): boolean {
    return types.some((type) => this.state[type].has(id));
  }
  private areaStands({ lanes, moments }: Area): boolean {
    return lanes.every((id) => this.state.lane.has(id)) && moments.every((id) => this.state.moment.has(id));
  }
  private taken(type: Type, id: string): boolean {
    if (OWN_IDS.includes(type)) return this.state[type].has(id);
    return TYPES.some((other) => !OWN_IDS.includes(other) && this.state[other].has(id));
  }
  private lastOrder(type: Type, record: Readonly<Record<string, unknown>>): string | null {
    const parent = PARENT[type];
    const siblings: Iterable<AnyRecord> = this.state[type].values();
    if (parent === undefined) return lastOrder(siblings);
    return lastOrder([...siblings].filter((one) => fieldOf(one, parent) === record[parent]));
  }
}

const idsIn = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]) as readonly string[];

function withField(record: AnyRecord, field: string, value: unknown, given: boolean): AnyRecord {
  if (given) return { ...record, [field]: value };
  return Object.fromEntries(
    Object.entries(record).filter(([name]) => name !== field),
  ) as unknown as AnyRecord;
}
