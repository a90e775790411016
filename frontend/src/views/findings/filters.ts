/** The list of findings narrowed to a kind, a lane, an actor: each that is chosen must hold. */
import type { State, Step } from "../../model/records";
import { inOrder } from "../../model/siblings";
import type { Finding } from "../../sync/friction";
import { byName, kindName } from "./names";

export interface Filter {
  /** Id of the detector, the lane, the actor; null: any. */
  readonly kind: string | null;
  readonly lane: string | null;
  readonly actor: string | null;
}
export const ANY: Filter = { kind: null, lane: null, actor: null };
export type Facet = keyof Filter;

export interface Option {
  readonly id: string;
  readonly title: string;
}

export function filtered(
  findings: readonly Finding[],
  filter: Filter,
  state: Pick<State, "step" | "lane">,
): readonly Finding[] {
  return findings.filter((finding) =>
    (["kind", "lane", "actor"] as const).every((facet) => {
      const wanted = filter[facet];
      return wanted === null || idsOf(finding, facet, state).has(wanted);
    }),
  );
}

/** What the findings can be narrowed to: only what one of them has. */
export function optionsOf(findings: readonly Finding[], facet: Facet, state: State): readonly Option[] {
  const found = new Set(findings.flatMap((finding) => [...idsOf(finding, facet, state)]));
  if (facet === "kind") return [...found].map((id) => ({ id, title: kindName(id) })).sort(byName);
  const records: Iterable<Option & { readonly order: string }> = state[facet].values();
  return inOrder(records).filter(({ id }) => found.has(id));
}

function idsOf(
  finding: Finding,
  facet: Facet,
  { step, lane }: Pick<State, "step" | "lane">,
): ReadonlySet<string> {
  if (facet === "kind") return new Set([finding.detector]);
  const steps = finding.steps.map((id) => step.get(id)).filter((one): one is Step => one !== undefined);
  if (facet === "lane") return new Set(steps.map((one) => one.lane));
  const doers = steps.map((one) => one.actor ?? lane.get(one.lane)?.actor ?? null);
  return new Set([...finding.elements, ...doers.filter((id) => id !== null)]);
}
