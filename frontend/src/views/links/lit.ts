/** The path of a finding on the sheet: its steps, and the links that lead from one to the next. */
import type { Link } from "../../model/records";

export interface Path {
  readonly steps: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
}

/**
 * Links between the steps themselves; and where a step has none to the others, the shortest way from the step before
 * it. `elements` may name links of their own (a rework loop does).
 */
export function pathOf(
  steps: readonly string[],
  elements: readonly string[],
  links: ReadonlyMap<string, Link>,
): Path {
  const on = new Set(steps);
  const lit = new Set(elements.filter((id) => links.has(id)));
  const joined = new Set<string>();
  const out = new Map<string, Link[]>();
  for (const link of links.values()) {
    const from = out.get(link.source);
    if (from === undefined) out.set(link.source, [link]);
    else from.push(link);
    if (!on.has(link.source) || !on.has(link.target) || link.source === link.target) continue;
    lit.add(link.id);
    joined.add(`${link.source} ${link.target}`).add(`${link.target} ${link.source}`);
  }
  for (const [i, step] of steps.entries()) {
    const before = steps[i - 1];
    if (before === undefined || joined.has(`${before} ${step}`)) continue;
    for (const link of shortest(before, step, out) ?? shortest(step, before, out) ?? []) lit.add(link.id);
  }
  return { steps: on, links: lit };
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
