/** The examples of the project as records, whole or with nothing but titles, links and feelings. */
import shop from "../../../examples/vente-magasin.json";
import { apply, stateOf } from "../../src/model/apply";
import { put, type AnyRecord, type Op, type State, type Type } from "../../src/model/records";

type Entry = Readonly<Record<string, unknown>>;
export type Document = Readonly<Record<string, unknown>>;

export const shopSale: Document = shop;

/** As a whiteboard has it: no tools, no information, no times, nobody named. */
export function stripped(document: Document): Document {
  const only = (key: string, ...fields: string[]): Entry[] =>
    entries(document, key).map((entry) =>
      Object.fromEntries(Object.entries(entry).filter(([name]) => fields.includes(name))),
    );
  return {
    ...Object.fromEntries(["title", "language", "phases", "moments"].map((key) => [key, document[key]])),
    lanes: only("lanes", "id", "kind", "title"),
    steps: only("steps", "id", "lane", "moment", "title", "emotion"),
    links: only("links", "id", "source", "target"),
  };
}

const LISTS: readonly (readonly [key: string, type: Type])[] = [
  ["phases", "phase"],
  ["moments", "moment"],
  ["actors", "actor"],
  ["channels", "channel"],
  ["lanes", "lane"],
  ["tools", "tool"],
  ["information", "information"],
  ["steps", "step"],
  ["links", "link"],
];

export function stateFrom(document: Document): State {
  const blueprint = {
    id: "blueprint",
    order: "",
    title: document.title,
    language: "fr",
    episode: "",
    state: "as-is",
    as_is: null,
    cases_per_month: document.cases_per_month ?? null,
    cost_per_hour: document.cost_per_hour ?? null,
    currency: "EUR",
  } as AnyRecord;
  const ops: Op[] = [];
  for (const [key, type] of LISTS) {
    for (const { feeds: _feeds, uses: _uses, information: _information, ...record } of entries(document, key))
      ops.push(put(type, record as never));
  }
  for (const step of entries(document, "steps")) {
    entries(step, "uses").forEach((use, at) =>
      ops.push(put("use", { ...use, id: `${String(step.id)}-u${at}`, step: String(step.id) })),
    );
    entries(step, "information").forEach((one, at) =>
      ops.push(put("exchange", { ...one, id: `${String(step.id)}-x${at}`, step: String(step.id) })),
    );
  }
  return apply(stateOf({ blueprint: [blueprint] }), ops).state;
}

const entries = (of: Entry, key: string): readonly Entry[] => (of[key] ?? []) as readonly Entry[];
