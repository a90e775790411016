/** In which form each question is answered, and what is offered first. */
import type { Actor, State } from "../records";
import { inOrder } from "../siblings";
import type { Ask, Question } from "./question";

export type NameType = "tool" | "information" | "actor" | "channel";
export type Choice = string | number | boolean;

export type Form =
  | { readonly kind: "choice"; readonly values: readonly Choice[] }
  /** Records by their titles, made where there is none of that title. */
  | { readonly kind: "names"; readonly type: NameType; readonly several: boolean }
  | { readonly kind: "steps"; readonly several: boolean }
  | { readonly kind: "minutes" | "seconds" | "days" | "count" | "amount" | "share" | "text" };

const YES_NO: Form = { kind: "choice", values: [true, false] };
const MEASURES = ["speed", "occupancy", "volume", "accuracy", "resolution", "value"];
const name = (type: NameType): Form => ({ kind: "names", type, several: false });
const names = (type: NameType): Form => ({ kind: "names", type, several: true });

export const FORMS: { readonly [A in Ask]: Form } = {
  truth: { kind: "steps", several: true },
  follows: { kind: "steps", several: false },
  lane_actor: name("actor"),
  actor: name("actor"),
  approval: YES_NO,
  search: YES_NO,
  uses: names("tool"),
  types: names("information"),
  exchange_tool: name("tool"),
  tells: names("information"),
  needs: names("information"),
  state: { kind: "choice", values: ["ok", "missing", "late", "wrong-format", "contradictory"] },
  as: { kind: "text" },
  within_min: { kind: "minutes" },
  delay_min: { kind: "minutes" },
  held_in: name("tool"),
  latency_s: { kind: "seconds" },
  access: names("actor"),
  decides: { kind: "choice", values: ["alone", "within-limits", "asks"] },
  stakes: { kind: "choice", values: ["minor", "major"] },
  recovery: { kind: "choice", values: ["possible", "none"] },
  work_min: { kind: "minutes" },
  wait_min: { kind: "minutes" },
  emotion: { kind: "choice", values: [-2, -1, 0, 1, 2] },
  standard: { kind: "choice", values: ["clear", "ambiguous", "none"] },
  expects: { kind: "choice", values: MEASURES },
  measured_on: { kind: "choice", values: MEASURES },
  channel: name("channel"),
  blank: { kind: "text" },
  share: { kind: "share" },
  headcount: { kind: "count" },
  cases_per_month: { kind: "amount" },
  cost_per_hour: { kind: "amount" },
  reviewed_days_ago: { kind: "days" },
  signal: name("information"),
  reader: { kind: "steps", several: false },
};

/** Questions to which "none" is an answer: no tool, nowhere, nothing happens, everyone has access. */
export const NONE: ReadonlySet<Ask> = new Set<Ask>([
  "follows",
  "lane_actor",
  "uses",
  "types",
  "tells",
  "needs",
  "held_in",
  "access",
  "blank",
  "signal",
  "reader",
]);

export interface Option {
  readonly id: string;
  readonly title: string;
}

/** What may be picked, the likeliest first: what steps nearby have to do with. */
export function optionsOf(state: State, question: Question): Option[] {
  const form = FORMS[question.ask];
  if (form.kind === "steps") return stepOptions(state, question);
  if (form.kind !== "names") return [];
  const near = nearby(state, question);
  const taken = takenBy(state, question);
  const fits = form.type === "actor" ? (one: Option) => worksHere((one as Actor).side) : () => true;
  return inOrder<Option & { order: string }>(state[form.type].values())
    .filter((one) => fits(one) && !taken.has(one.id))
    .map(({ id, title }) => ({ id, title }))
    .sort((a, b) => (near.get(b.id) ?? 0) - (near.get(a.id) ?? 0));
}

/** What was given as an answer to this question already, when it comes again. */
export function takenBy(state: State, { ask, id, step }: Question): ReadonlySet<string> {
  if (ask === "uses")
    return new Set([...state.use.values()].flatMap((use) => (use.step === step ? [use.tool] : [])));
  if (ask !== "types" && ask !== "tells" && ask !== "needs") return new Set();
  const tool = ask === "types" ? state.use.get(id)?.tool : null;
  return new Set(
    [...state.exchange.values()].flatMap((one) =>
      one.step === step && one.how === ask && one.tool === (tool ?? null) ? [one.information] : [],
    ),
  );
}

const worksHere = (side: Actor["side"]): boolean => side !== "customer";

/** How often a record has to do with steps of the same lane, and (half as much) with any. */
function nearby(state: State, { lane, step }: Question): Map<string, number> {
  const count = new Map<string, number>();
  const add = (id: string | null, at: string): void => {
    if (id === null || at === step) return;
    const close = state.step.get(at)?.lane === lane ? 1 : 0.5;
    count.set(id, (count.get(id) ?? 0) + close);
  };
  for (const use of state.use.values()) add(use.tool, use.step);
  for (const exchange of state.exchange.values()) add(exchange.information, exchange.step);
  for (const { id, actor, channel } of state.step.values()) {
    add(actor, id);
    add(channel, id);
  }
  return count;
}

/** Steps in the order of the sheet; to follow one, those of the moments just before first. */
function stepOptions(state: State, question: Question): Option[] {
  const phases = new Map(inOrder(state.phase.values()).map(({ id }, at) => [id, at]));
  const moments = inOrder(state.moment.values()).sort(
    (a, b) => (phases.get(a.phase) ?? 0) - (phases.get(b.phase) ?? 0),
  );
  const column = new Map(moments.map(({ id }, at) => [id, at]));
  const kind = (lane: string): string => state.lane.get(lane)?.kind ?? "";
  const own = column.get(question.moment ?? "") ?? 0;
  const fits = (lane: string): boolean => {
    if (question.ask === "truth") return kind(lane) === "customer";
    if (question.ask === "reader") return kind(lane) !== "customer" && kind(lane) !== "evidence";
    return kind(lane) !== "evidence";
  };
  const steps = inOrder(state.step.values())
    .filter(
      (step) =>
        fits(step.lane) && step.id !== question.step && !(question.ask === "truth" && step.moment_of_truth),
    )
    .map((step) => ({ step, at: column.get(step.moment) ?? 0 }))
    .filter(({ at }) => question.ask !== "follows" || at <= own);
  const rank = question.ask === "follows" ? (at: number) => own - at : (at: number) => at;
  return steps.sort((a, b) => rank(a.at) - rank(b.at)).map(({ step: { id, title } }) => ({ id, title }));
}
