/** Where each tool, piece of information, actor and channel of the library is used, and which are written nearly alike. */
import type { State, Type } from "./records";
import { inOrder } from "./siblings";

export type LibraryType = "tool" | "information" | "actor" | "channel";
export const LIBRARY_TYPES: readonly LibraryType[] = ["tool", "information", "actor", "channel"];

/** How one record speaks of another. `by` is the record itself, `at` the one that a person is led to. */
export interface Usage {
  readonly how:
    | "use" // a step uses the tool
    | "exchange" // a step exchanges the information
    | "through" // a step reads or types something in the tool
    | "does" // a step names the actor
    | "lane" // a lane names the actor
    | "step-channel"
    | "feeds" // the tool passes something on
    | "fed" // something is passed on to the tool
    | "passed" // the information is passed on
    | "holds" // the information can be read in the tool
    | "access"; // the actor has access to the tool
  readonly by: { readonly type: Type; readonly id: string };
  readonly at: { readonly type: "step" | "lane" | LibraryType; readonly id: string };
}

/** By id of what is used, in the order of the sheet's lists. One pass: for a library of any length. */
export function usagesIn(state: State): ReadonlyMap<string, readonly Usage[]> {
  const found = new Map<string, Usage[]>();
  const add = (id: string | null, how: Usage["how"], by: Usage["by"], at: Usage["at"]): void => {
    if (id === null) return;
    const list = found.get(id);
    if (list === undefined) found.set(id, [{ how, by, at }]);
    else list.push({ how, by, at });
  };
  for (const { id, actor } of inOrder(state.lane.values())) {
    add(actor, "lane", { type: "lane", id }, { type: "lane", id });
  }
  for (const { id, actor, channel } of inOrder(state.step.values())) {
    const step = { type: "step", id } as const;
    add(actor, "does", step, step);
    add(channel, "step-channel", step, step);
  }
  for (const { id, step, tool } of inOrder(state.use.values())) {
    add(tool, "use", { type: "use", id }, { type: "step", id: step });
  }
  for (const { id, step, information, tool } of inOrder(state.exchange.values())) {
    const by = { type: "exchange", id } as const;
    add(information, "exchange", by, { type: "step", id: step });
    add(tool, "through", by, { type: "step", id: step });
  }
  for (const { id, tool, information, to } of inOrder(state.feed.values())) {
    const by = { type: "feed", id } as const;
    add(tool, "feeds", by, { type: "tool", id: tool });
    add(to, "fed", by, { type: "tool", id: tool });
    add(information, "passed", by, { type: "tool", id: tool });
  }
  for (const { id, held_in } of inOrder(state.information.values())) {
    add(held_in, "holds", { type: "information", id }, { type: "information", id });
  }
  for (const { id, actors } of inOrder(state.tool.values())) {
    for (const actor of actors ?? []) add(actor, "access", { type: "tool", id }, { type: "tool", id });
  }
  return found;
}

/** The steps among them, each once: what is counted, and where a person is led. */
export const stepsOf = (usages: readonly Usage[]): readonly string[] => [
  ...new Set(usages.flatMap(({ at }) => (at.type === "step" ? [at.id] : []))),
];

/** Without case, accents, blanks and signs, which is how one thing comes to be written in two ways. */
export const bare = (title: string): string =>
  title
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .toLocaleLowerCase();

/** For each record another one whose title is nearly the same: "CRM" and "crm ", "Facture" and "Factures". */
export function lookalikes(
  records: readonly { readonly id: string; readonly title: string }[],
): ReadonlyMap<string, string> {
  const known = records.map(({ id, title }) => ({ id, bare: bare(title) }));
  const pairs = new Map<string, string>();
  known.forEach((one, at) => {
    const other = known.find((each, place) => place !== at && nearlySame(one.bare, each.bare));
    if (other !== undefined) pairs.set(one.id, other.id);
  });
  return pairs;
}

/** Short names differ by a letter and mean something else ("B2B", "B2C"); long ones are a slip or a plural. */
function nearlySame(a: string, b: string): boolean {
  if (a === "" || b === "") return false;
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (/\d/.test(long) || long.length - short.length > 1) return false;
  if (short.length >= 3 && long === `${short}s`) return true;
  if (short.length < 6) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  const rest = short.length === long.length ? start + 1 : start;
  return short.slice(rest) === long.slice(start + 1);
}
