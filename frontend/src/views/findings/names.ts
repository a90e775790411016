/** Names for what an analysis speaks of: kinds of friction, records by their ids, fields in words. */
import type { State } from "../../model/records";
import type { Finding } from "../../sync/friction";
import { isKey, t } from "../../text";

/** "re-entry" -> "Ressaisie"; a detector newer than this page keeps its id. */
export function kindName(detector: string): string {
  const key = `findings.kind.${detector}`;
  return isKey(key) ? t(key) : detector;
}

/** Id of the heading to which "Et sans ?" leads. */
export const WHAT_IF = "what-if";

const NAMED = ["step", "tool", "information", "actor", "channel", "moment", "lane", "phase"] as const;

/** The title of whatever has this id; null where nothing has. Ids are unique over all kinds. */
export function titleById(state: State, id: string): string | null {
  for (const type of NAMED) {
    const title = state[type].get(id)?.title;
    if (title !== undefined) return title;
  }
  const link = state.link.get(id);
  if (link === undefined) return null;
  return `${titleById(state, link.source) ?? "?"} → ${titleById(state, link.target) ?? "?"}`;
}

/** What an unknown field is called, without the place in a list: "information[2].tool" -> "outil de l’échange". */
export function fieldName(type: string, field: string): string {
  const kind = field.startsWith("uses[") ? "use" : field.startsWith("information[") ? "exchange" : type;
  const key = `findings.field.${kind}.${field.replace(/^.*\]\./, "")}`;
  return isKey(key) ? t(key) : field;
}

/** What holds an unknown field, as people call it. */
export function ownerName(state: State, type: string, id: string): string {
  if (type === "use" || type === "exchange") {
    const owner = state[type].get(id);
    return owner === undefined ? id : (titleById(state, owner.step) ?? id);
  }
  if (type === "blueprint") return state.blueprint.get(id)?.title ?? t("findings.this");
  return titleById(state, id) ?? id;
}

/** By what `key` gives, each group in the order of its items. */
export function grouped<T>(items: Iterable<T>, key: (item: T) => string): [key: string, items: T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return [...groups];
}

/** Whether there is a remedy whose minutes are known: only then can it be taken away. */
export const isPriced = ({ customer_min, employee_min }: Finding): boolean =>
  customer_min !== null || employee_min !== null;

export const byName = (a: { readonly title: string }, b: { readonly title: string }): number =>
  a.title.localeCompare(b.title);
