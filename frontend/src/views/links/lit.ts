/** The path of a finding on the sheet: its steps, the links that lead from one to the next, and on to the customer. */
import type { Link } from "../../model/records";

export interface Path {
  readonly steps: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
}

/**
 * Links between the steps themselves; and where a step has none to the others, the shortest way from the step before
 * it. `elements` may name links of their own (a rework loop does). `way` holds the steps from there to the customer.
 */
export function pathOf(
  steps: readonly string[],
  elements: readonly string[],
  links: ReadonlyMap<string, Link>,
  way: readonly string[] = [],
): Path {
  const on = new Set([...steps, ...way]);
  const lit = new Set(elements.filter((id) => links.has(id)));
  const joined = new Set<string>();
  const out = bySource(links);
  for (const link of links.values()) {
    if (!on.has(link.source) || !on.has(link.target) || link.source === link.target) continue;
    lit.add(link.id);
    joined.add(`${link.source} ${link.target}`).add(`${link.target} ${link.source}`);
  }
  for (const row of [steps, way]) {
    for (const [i, step] of row.entries()) {
      const before = row[i - 1];
      if (before === undefined || joined.has(`${before} ${step}`)) continue;
      for (const link of shortest(before, step, out) ?? shortest(step, before, out) ?? []) lit.add(link.id);
    }
  }
  return { steps: on, links: lit };
}

/** The steps from the nearest of `steps` to the customer's, or from the customer's to it; none where nothing leads there. */
export function wayTo(
  customer: string | null,
  steps: readonly string[],
  links: ReadonlyMap<string, Link>,
): readonly string[] {
  if (customer === null || steps.includes(customer)) return [];
  const out = bySource(links);
  const ways = steps
    .flatMap((step) => [shortest(step, customer, out), shortest(customer, step, out)])
    .filter((way) => way !== null);
  const [way] = ways.sort((a, b) => a.length - b.length);
  const first = way?.[0];
  return way === undefined || first === undefined ? [] : [first.source, ...way.map(({ target }) => target)];
}

function bySource(links: ReadonlyMap<string, Link>): ReadonlyMap<string, readonly Link[]> {
  const out = new Map<string, Link[]>();
  for (const link of links.values()) {
    const from = out.get(link.source);
    if (from === undefined) out.set(link.source, [link]);
    else from.push(link);
  }
  return out;
}

function shortest(from: string, to: string, out: ReadonlyMap<string, readonly Link[]>): Link[] | null {
  const reached = new Map<string, Link | null>([[from, null]]);
  const queue = [from];
  for (const step of queue) {
    if (step === to) {
      const way: Link[] = [];
      for (let link = reached.get(to); link != null; link = reached.get(link.source)) way.unshift(link);
      return way;
    }
    for (const link of out.get(step) ?? []) {
      if (link.kind === "rework" || reached.has(link.target)) continue;
      reached.set(link.target, link);
      queue.push(link.target);
    }
  }
  return null;
}
