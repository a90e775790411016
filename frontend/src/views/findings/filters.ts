/** The list of findings narrowed to a kind, a lane, an actor, a decision: each that is chosen must hold. */
import { statusOf, type Concern, type Concerns, type Status } from "../../actions/concerns";
import type { State, Step } from "../../model/records";
import { inOrder } from "../../model/siblings";
import type { Sheet } from "../../model/sheet";
import type { Finding } from "../../sync/friction";
import { stepsIn } from "../reviews/flags";
import { byName, kindName } from "./names";

export interface Filter {
  /** Id of the detector, the lane, the actor; null: any. */
  readonly kind: string | null;
  readonly lane: string | null;
  readonly actor: string | null;
  readonly status: Status | null;
}
export const ANY: Filter = { kind: null, lane: null, actor: null, status: null };
export type Facet = Exclude<keyof Filter, "status">;

export interface Option {
  readonly id: string;
  readonly title: string;
}

/** What a list shows of all that is friction: findings, flags of people, reviews that wait. */
export function filtered(
  { findings, flags, waiting }: Concerns,
  filter: Filter,
  state: Pick<State, "step" | "lane">,
  sheet: Sheet,
): readonly Concern[] {
  return [...findings, ...flags, ...waiting].filter((concern) => {
    if (filter.status !== null && statusOf(concern) !== filter.status) return false;
    const like = likeFinding(concern, sheet);
    return (["kind", "lane", "actor"] as const).every((facet) => {
      const wanted = filter[facet];
      return wanted === null || idsOf(like, facet, state).has(wanted);
    });
  });
}

type Like = Pick<Finding, "detector" | "steps" | "elements">;

/** What a flag or a lost review is about, in the words of a finding. */
function likeFinding(concern: Concern, sheet: Sheet): Like {
  if (concern.kind === "finding") return concern.finding;
  if (concern.kind === "waiting") {
    const { detector, elements } = concern.review;
    return { detector, steps: elements, elements };
  }
  const { kind, on, area } = concern.flag;
  return { detector: kind, steps: [...on, ...(area === null ? [] : stepsIn(sheet, area))], elements: on };
}

/** What the findings can be narrowed to: only what one of them has. */
export function optionsOf(findings: readonly Finding[], facet: Facet, state: State): readonly Option[] {
  const found = new Set(findings.flatMap((finding) => [...idsOf(finding, facet, state)]));
  if (facet === "kind") return [...found].map((id) => ({ id, title: kindName(id) })).sort(byName);
  const records: Iterable<Option & { readonly order: string }> = state[facet].values();
  return inOrder(records).filter(({ id }) => found.has(id));
}

function idsOf(
  finding: Like,
  facet: Facet,
  { step, lane }: Pick<State, "step" | "lane">,
): ReadonlySet<string> {
  if (facet === "kind") return new Set([finding.detector]);
  const steps = finding.steps.map((id) => step.get(id)).filter((one): one is Step => one !== undefined);
  if (facet === "lane") return new Set(steps.map((one) => one.lane));
  const doers = steps.map((one) => one.actor ?? lane.get(one.lane)?.actor ?? null);
  return new Set([...finding.elements, ...doers.filter((id) => id !== null)]);
}
