/**
 * Two entries of the library become one: everything that named the one names the other, what stands there twice
 * because of it is joined, and what only the one knew is kept.
 */
import {
  fieldOf,
  isSame,
  remove,
  type AnyRecord,
  type Exchange,
  type Feed,
  type Op,
  type State,
  type Type,
  type Use,
} from "./records";
import { FIELDS, namesIn, REFERENCES, TYPES } from "./schema";
import { inOrder } from "./siblings";
import type { LibraryType } from "./usage";

/** The ops of one change, after which nothing names `gone` and it can go. */
export function mergeOps(state: State, type: LibraryType, kept: string, gone: string): readonly Op[] {
  const [stays, goes] = [state[type].get(kept), state[type].get(gone)];
  if (stays === undefined || goes === undefined || kept === gone) return [];
  const named = repointed(state, type, kept, gone);
  const now = named.state;
  const joined =
    type === "tool"
      ? [...joinedUses(now, kept, named.touched), ...joinedFeeds(now, named.touched)]
      : type === "information"
        ? joinedFeeds(now, named.touched)
        : [];
  return [
    ...named.ops,
    ...filled(type, stays, goes),
    ...joined,
    ...joinedExchanges(now, named.touched),
    remove(type, gone),
  ];
}

interface Repointed {
  readonly ops: readonly Op[];
  /** The state in which only the references have changed, and the ids of the records that hold them. */
  readonly state: State;
  readonly touched: ReadonlySet<string>;
}

/** Every field of every type that may name such a record, as the schema says. */
function repointed(state: State, to: Type, kept: string, gone: string): Repointed {
  const ops: Op[] = [];
  const touched = new Set<string>();
  const maps = { ...state } as unknown as Record<Type, ReadonlyMap<string, AnyRecord>>;
  for (const type of TYPES) {
    for (const reference of REFERENCES[type]) {
      if (!reference.to.includes(to)) continue;
      const { field } = reference;
      for (const record of maps[type].values()) {
        const value = fieldOf(record, field);
        if (![...namesIn(reference, value)].some(([, id]) => id === gone)) continue;
        const renamed = Array.isArray(value)
          ? [...new Set((value as readonly string[]).map((id) => (id === gone ? kept : id)))]
          : kept;
        // In the order of the types the library stands before what uses it: feeds, uses and exchanges see one name.
        ops.push({ op: "set", type, id: record.id, field, value: renamed });
        touched.add(record.id);
        maps[type] = new Map(maps[type]).set(record.id, { ...record, [field]: renamed });
      }
    }
  }
  return { ops, state: maps as unknown as State, touched };
}

/** What one says and the other leaves at its default; texts that differ stand one under the other. */
function filled(type: LibraryType, stays: AnyRecord, goes: AnyRecord): readonly Op[] {
  const ops: Op[] = [];
  const fill = (field: string, value: unknown): void =>
    void ops.push({ op: "set", type, id: stays.id, field, value });
  for (const [field, { fallback }] of Object.entries(FIELDS[type])) {
    if (field === "title" || field === "side") continue; // who it is, which was chosen
    const [own, other] = [fieldOf(stays, field), fieldOf(goes, field)];
    if (isSame(other, fallback) || isSame(own, other)) continue;
    if (isSame(own, fallback)) fill(field, other);
    else if (field === "about") fill(field, `${String(own)}\n${String(other)}`);
    else if (field === "actors") fill(field, [...new Set([...(own as string[]), ...(other as string[])])]);
  }
  for (const [field, value] of Object.entries(goes)) {
    if (field.startsWith("x-") && !Object.hasOwn(stays, field)) fill(field, value);
  }
  return ops;
}

/** Uses that came to stand side by side are one use, as often as both together; apart they are two. */
function joinedUses(state: State, tool: string, touched: ReadonlySet<string>): readonly Op[] {
  const ops: Op[] = [];
  for (const row of rowsOf(state.use.values())) {
    let first: Use | undefined;
    let times = 0;
    for (const use of row) {
      const again =
        first !== undefined && use.tool === tool && (touched.has(use.id) || touched.has(first.id));
      if (first !== undefined && again && joins(first, use, ["times"])) {
        times += use.times;
        ops.push(
          { op: "set", type: "use", id: first.id, field: "times", value: times },
          remove("use", use.id),
        );
      } else {
        first = use.tool === tool ? use : undefined;
        times = use.times;
      }
    }
  }
  return lastSetOnly(ops);
}

/** A feed that is there twice is one; a tool does not feed itself. */
function joinedFeeds(state: State, touched: ReadonlySet<string>): readonly Op[] {
  const seen = new Map<string, Feed>();
  const ops: Op[] = [];
  const feeds = inOrder(state.feed.values());
  for (const feed of [
    ...feeds.filter(({ id }) => !touched.has(id)),
    ...feeds.filter(({ id }) => touched.has(id)),
  ]) {
    const name = JSON.stringify([feed.tool, feed.information, feed.to]);
    const twin = seen.get(name);
    const itself = feed.tool === feed.to && touched.has(feed.id);
    if (itself || (twin !== undefined && touched.has(feed.id) && joins(twin, feed, [])))
      ops.push(remove("feed", feed.id));
    else seen.set(name, feed);
  }
  return ops;
}

/** The same exchange of one step, said twice: one, where neither says what the other denies. */
function joinedExchanges(state: State, touched: ReadonlySet<string>): readonly Op[] {
  const ops: Op[] = [];
  for (const row of rowsOf(state.exchange.values())) {
    if (!row.some(({ id }) => touched.has(id))) continue;
    const kept: Exchange[] = [];
    for (const exchange of row) {
      const at = kept.findIndex(
        (one) =>
          (touched.has(one.id) || touched.has(exchange.id)) &&
          one.information === exchange.information &&
          one.how === exchange.how &&
          joins(one, exchange, ["tool", "work_min", "state", "as", "within_min"]),
      );
      const twin = kept[at];
      if (twin === undefined) {
        kept.push(exchange);
        continue;
      }
      let whole = twin;
      for (const [field, { fallback }] of Object.entries(FIELDS.exchange)) {
        const value = fieldOf(exchange, field);
        if (isSame(value, fallback) || isSame(value, fieldOf(whole, field))) continue;
        ops.push({ op: "set", type: "exchange", id: twin.id, field, value });
        whole = { ...whole, [field]: value };
      }
      kept[at] = whole;
      ops.push(remove("exchange", exchange.id));
    }
  }
  return ops;
}

/** Whether two records say the same, `open` fields apart: these may be said by one alone (or add up, for uses). */
function joins(one: AnyRecord, other: AnyRecord, open: readonly string[]): boolean {
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]);
  const type = "times" in one ? "use" : "how" in one ? "exchange" : "feed";
  return [...fields].every((field) => {
    if (field === "id" || field === "order" || field === "times") return true;
    const [a, b] = [fieldOf(one, field), fieldOf(other, field)];
    const fallback = FIELDS[type][field]?.fallback;
    return isSame(a, b) || (open.includes(field) && (isSame(a, fallback) || isSame(b, fallback)));
  });
}

/** In the order of each step. */
function rowsOf<R extends Use | Exchange>(records: Iterable<R>): readonly (readonly R[])[] {
  const rows = new Map<string, R[]>();
  for (const record of inOrder(records)) {
    const row = rows.get(record.step);
    if (row === undefined) rows.set(record.step, [record]);
    else row.push(record);
  }
  return [...rows.values()];
}

/** Three uses in a row set the first one's count twice: the last says it. */
const lastSetOnly = (ops: readonly Op[]): readonly Op[] =>
  ops.filter(
    (op, at) =>
      op.op !== "set" || !ops.slice(at + 1).some((later) => later.op === "set" && later.id === op.id),
  );
