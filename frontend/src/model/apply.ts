/**
 * Applies a change to the records: all of it or nothing. Gives the change as the log holds it (complete records,
 * what a removal takes along) and what takes it back. Twin of blueprint/changes (rules C1, C5, C6): both run
 * tests/contract/apply.json.
 */
import { Draft } from "./draft";
import { ChangeError, type DroppedOp } from "./errors";
import { isKey, keyBetween } from "./ordering";
import { fieldOf, isSame, type AnyRecord, type Op, type SetOp, type State, type Type } from "./records";
import {
  allowsExtra,
  ELEMENTS,
  FIELDS,
  isExtra,
  isId,
  isType,
  namesIn,
  OWN_IDS,
  REFERENCES,
  TYPES,
  without,
  type Reference,
} from "./schema";
import { checkShares, noteWhatMoves } from "./shares";

export { stateOf } from "./draft";
export { ChangeError, type DroppedOp } from "./errors";

export interface Applied {
  readonly state: State;
  /** As the log holds it: complete puts, cascaded removals before what they hang on. */
  readonly ops: readonly Op[];
  /** Restores exactly what was, in an order that can be run. */
  readonly inverse: readonly Op[];
  readonly dropped: readonly DroppedOp[];
}

/** In proportion to the ops and to the records that can refer to what is removed. Throws `ChangeError`. */
export function apply(state: State, ops: readonly Op[]): Applied {
  const draft = new Draft(state);
  ops.forEach((op, index) => {
    const at = `ops[${index}]`;
    if (!isType(op.type) || (op.type === "blueprint" && op.op !== "set"))
      throw new ChangeError(`${at}.type`, "value");
    if (op.op === "put") putRecord(draft, op, `${at}.record`);
    else if (op.op === "set") setField(draft, op, at);
    else removeRecord(draft, op);
  });
  checkShares(draft);
  return { state: draft.state, ops: draft.ops, inverse: draft.inverse.reverse(), dropped: draft.dropped };
}

/** Applies what the log holds as it stands: it was checked, and says all that it takes along. */
export function patch(state: State, ops: readonly Op[]): State {
  const draft = new Draft(state);
  for (const op of ops) {
    if (!isType(op.type)) continue; // of a newer server
    if (op.op === "put") draft.put(op.type, op.record as AnyRecord);
    else if (op.op === "remove") draft.remove(op.type, op.id);
    else draft.set(op.type, op.id, op.field, valueOf(op));
  }
  return draft.state;
}

function putRecord(draft: Draft, op: Extract<Op, { op: "put" }>, at: string): void {
  if (op.type !== "review") {
    put(draft, op, completed(op.type, op.record, at), at);
    return;
  }
  const { notes = [], ...given } = op.record as Readonly<Record<string, unknown>>;
  const review = completed("review", given, at);
  if (!Array.isArray(notes)) throw new ChangeError(`${at}.notes`, "value");
  const thread = notes.map((note: unknown, index) =>
    noteIn(note, review.id as string, `${at}.notes[${index}]`),
  );
  if (draft.get("review", review.id as string) === undefined) put(draft, op, review, at);
  else agree(draft, review);
  thread.forEach((note, index) => {
    put(draft, { ...op, type: "note" }, note, `${at}.notes[${index}]`);
  });
}

/** A note that stands inside a review, as the record it is. */
function noteIn(note: unknown, review: string, at: string): Record<string, unknown> {
  if (typeof note !== "object" || note === null || Array.isArray(note)) throw new ChangeError(at, "value");
  return completed("note", { ...note, on: review }, at);
}

/** A review that is there already, as two people may begin one at once: what the second says is set. */
function agree(draft: Draft, review: Readonly<Record<string, unknown>>): void {
  const id = review.id as string;
  for (const [name, value] of Object.entries(review)) {
    const silent = Object.hasOwn(FIELDS.review, name) && isSame(value, FIELDS.review[name]?.fallback);
    const there = draft.get("review", id);
    if (name === "id" || name === "order" || silent || there === undefined) continue;
    if (!Object.hasOwn(there, name) || !isSame(fieldOf(there, name), value))
      draft.set("review", id, name, { value });
  }
}

function put(
  draft: Draft,
  op: Extract<Op, { op: "put" }>,
  record: Record<string, unknown>,
  at: string,
): void {
  const { type } = op;
  const id = record.id as string;
  if (draft.taken(type, id)) throw new ChangeError(`${at}.id`, "id-taken");
  for (const reference of REFERENCES[type]) {
    const { field, required } = reference;
    const gone = goneIn(draft, reference, record[field], type, id);
    if (gone.size === 0) continue;
    if (required) throw new ChangeError(`${at}.${field}`, "parent-gone");
    record[field] = without(record[field], gone);
    draft.drop(op, "emptied");
  }
  record.order ??= keyBetween(draft.lastOrder(type, record), null);
  draft.put(type, record as unknown as AnyRecord);
  if (type === "link") draft.sources.add(record.source as string);
}

function setField(draft: Draft, op: SetOp, at: string): void {
  const { type, id, field } = op;
  if ("value" in op) checkValue(op, at);
  else if (!isExtra(type, field)) throw new ChangeError(`${at}.value`, "value");
  if (draft.get(type, id) === undefined) {
    draft.drop(op, "gone");
    return;
  }
  const reference = REFERENCES[type].find((one) => one.field === field);
  if (reference !== undefined && goneIn(draft, reference, op.value, type, id).size > 0) {
    draft.drop(op, "names-gone");
    return;
  }
  noteWhatMoves(draft, type, id, field);
  draft.set(type, id, field, valueOf(op));
  noteWhatMoves(draft, type, id, field);
}

/** Takes along what the record owns and takes its name out of what stays (rule C6). */
function removeRecord(draft: Draft, op: Extract<Op, { op: "remove" }>): void {
  if (draft.get(op.type, op.id) === undefined) {
    draft.drop(op, "gone");
    return;
  }
  const doomed = ownedBy(draft, op.type, op.id);
  forget(draft, doomed);
  for (const type of TYPES.toReversed()) for (const id of doomed.get(type) ?? []) draft.remove(type, id);
}

/** What a removal takes along, by type. One pass, because types stand after those that own them. */
function ownedBy(draft: Draft, type: Type, id: string): ReadonlyMap<Type, readonly string[]> {
  const doomed = new Map<Type, readonly string[]>([[type, [id]]]);
  if (type === "review") doomed.set("note", threadOf(draft, id));
  if (OWN_IDS.includes(type)) return doomed;
  const gone = new Set([id]);
  for (const from of TYPES) {
    const owners = REFERENCES[from].filter(
      ({ required, to }) => required && to.some((one) => doomed.has(one)),
    );
    if (owners.length === 0) continue;
    const taken = [...draft.records(from).values()]
      .filter((record) => owners.some(({ field }) => gone.has(fieldOf(record, field) as string)))
      .map((record) => record.id);
    doomed.set(from, taken);
    for (const one of taken) gone.add(one);
  }
  return doomed;
}

/** The notes that go with a review: those on it, unless it is a flag that has them when the review is gone. */
function threadOf(draft: Draft, review: string): readonly string[] {
  if (draft.has(ELEMENTS, review)) return [];
  return [...draft.records("note").values()]
    .filter((note) => fieldOf(note, "on") === review)
    .map((note) => note.id);
}

/** Takes the ids that go out of the optional references of the records that stay. */
function forget(draft: Draft, doomed: ReadonlyMap<Type, readonly string[]>): void {
  const gone = new Set([...doomed].flatMap(([type, ids]) => (OWN_IDS.includes(type) ? [] : ids)));
  if (gone.size === 0) return;
  for (const type of TYPES) {
    for (const reference of REFERENCES[type]) {
      const { field, required, to } = reference;
      if (required || !to.some((one) => doomed.has(one))) continue;
      for (const record of draft.records(type).values()) {
        if (gone.has(record.id)) continue;
        const value = fieldOf(record, field);
        for (const [, id] of namesIn(reference, value)) {
          if (!gone.has(id) || (to.includes("review") && draft.has(["review"], id))) continue;
          draft.set(type, record.id, field, { value: without(value, gone) });
          break;
        }
      }
    }
  }
}

/** A complete, valid record; without an order where none is given. */
function completed(type: Type, draft: object, at: string): Record<string, unknown> {
  const given = draft as Readonly<Record<string, unknown>>;
  const { id, order } = given;
  if (!isId(id)) throw new ChangeError(`${at}.id`, "value");
  if (order !== undefined && !(typeof order === "string" && isKey(order))) {
    throw new ChangeError(`${at}.order`, "value");
  }
  const record: Record<string, unknown> = { id, order };
  for (const [name, field] of Object.entries(FIELDS[type])) {
    const value = given[name] === undefined ? field.fallback : given[name];
    if (value === undefined || !field.allows(value)) throw new ChangeError(`${at}.${name}`, "value");
    record[name] = value;
  }
  for (const [name, value] of Object.entries(given)) {
    if (Object.hasOwn(record, name)) continue;
    if (!isExtra(type, name) || !allowsExtra(name, value)) throw new ChangeError(`${at}.${name}`, "value");
    record[name] = value;
  }
  return record;
}

function checkValue({ type, field: name, value }: SetOp, at: string): void {
  const field = Object.hasOwn(FIELDS[type], name) ? FIELDS[type][name] : undefined;
  const isOrder = name === "order" && type !== "blueprint";
  if (!isOrder && field === undefined && !isExtra(type, name)) throw new ChangeError(`${at}.field`, "value");
  const allowed = isOrder
    ? typeof value === "string" && isKey(value)
    : field === undefined
      ? allowsExtra(name, value)
      : field.allows(value);
  if (!allowed) throw new ChangeError(`${at}.value`, "value");
}

/** The ids that a value names and that don't exist; a record may name itself. */
function goneIn(
  draft: Draft,
  reference: Reference,
  value: unknown,
  type: Type,
  own: string,
): ReadonlySet<string> {
  const gone = new Set<string>();
  for (const [to, id] of namesIn(reference, value)) {
    if (!draft.has(to, id) && !(id === own && to.includes(type))) gone.add(id);
  }
  return gone;
}

const valueOf = (op: SetOp): { readonly value?: unknown } => ("value" in op ? { value: op.value } : {});
