/** What the server's analysis could not judge, as questions: it knows best which field a detector waits for. */
import { BLUEPRINT, fieldOf, type AnyRecord, type State } from "../records";
import { about, aboutStep, type Lets, type Survey } from "./survey";
import type { Ask, Gap, Open } from "./question";

export interface Analysed {
  readonly unknown: readonly Gap[];
  /** The kinds of friction that already cost minutes on this sheet. */
  readonly costly: ReadonlySet<string>;
}

const STEP: Readonly<Record<string, Ask>> = {
  actor: "actor",
  channel: "channel",
  work_min: "work_min",
  wait_min: "wait_min",
  emotion: "emotion",
  decides: "decides",
  stakes: "stakes",
  recovery: "recovery",
  standard: "standard",
  measured_on: "measured_on",
  expects: "expects",
};
const EXCHANGE: Readonly<Record<string, Ask>> = {
  tool: "exchange_tool",
  state: "state",
  within_min: "within_min",
};
const OTHERS: Readonly<Record<string, Ask>> = {
  "tool/latency_s": "latency_s",
  "information/delay_min": "delay_min",
  "information/reviewed_days_ago": "reviewed_days_ago",
  "actor/headcount": "headcount",
  "blueprint/cases_per_month": "cases_per_month",
};

/** What a machine, or a support process of which nobody has said who does it, is not asked. */
const HUMAN: ReadonlySet<Ask> = new Set([
  "emotion",
  "decides",
  "stakes",
  "recovery",
  "standard",
  "measured_on",
]);

/** Those that are still open: the analysis may be of an older state. */
export const gapQuestions = (view: Survey, unknown: readonly Gap[]): Open[] => {
  const wanting = new Map<string, Set<string>>();
  for (const { detector, type, field } of unknown) {
    if (TOGETHER.has(detector))
      wanting.set(detector, (wanting.get(detector) ?? new Set()).add(`${type}/${field}`));
  }
  return unknown.flatMap((gap) => {
    const sure = (wanting.get(gap.detector)?.size ?? 1) === 1;
    return gapQuestion(view, gap, sure ? { sure: [gap.detector] } : { maybe: [gap.detector] }) ?? [];
  });
};

/** They judge from several facts together: one answer is enough only where all that is missing is of one kind. */
const TOGETHER: ReadonlySet<string> = new Set(["bottleneck", "misaligned-objective"]);

function gapQuestion(view: Survey, gap: Gap, lets: Lets): Open | null {
  const { type, id, field } = gap;
  if (type !== "step") {
    const ask = OTHERS[`${type}/${field}`];
    const record = recordOf(view.state, type, id);
    if (ask === undefined || record === undefined || fieldOf(record, field) !== null) return null;
    return about(type, id, ask, type === BLUEPRINT ? [] : stepsOf(view, id), lets);
  }
  const step = view.state.step.get(id);
  if (step === undefined) return null;
  const within = /^information\[(\d+)\]\.(\w+)$/.exec(field);
  if (within === null) {
    const ask = STEP[field];
    if (ask === undefined || fieldOf(step, field) !== null) return null;
    if (HUMAN.has(ask) && view.machine(step)) return null;
    // A step without an actor of its own has its lane's; one that may decide major matters alone has no gap.
    if (ask === "actor" && view.actor(step) !== null) return null;
    if ((ask === "decides" || ask === "stakes") && !mayHaveToAsk(step)) return null;
    // What is at stake is asked once it is known that someone has to ask.
    if (ask === "stakes" && step.decides === null) return null;
    if (ask === "decides" && step.stakes === null) return aboutStep(step, ask, { maybe: [gap.detector] });
    return aboutStep(step, ask, lets);
  }
  const exchange = view.exchanges(id)[Number(within[1])];
  const ask = EXCHANGE[within[2] ?? ""];
  if (exchange === undefined || ask === undefined) return null;
  if (fieldOf(exchange, within[2] ?? "") !== null) return null;
  return aboutStep(step, ask, lets, ["exchange", exchange.id]);
}

const mayHaveToAsk = ({ decides, stakes }: { decides: unknown; stakes: unknown }): boolean =>
  (decides === null || decides === "asks") && (stakes === null || stakes === "minor");

const recordOf = (state: State, type: string, id: string): AnyRecord | undefined =>
  type in state ? (state[type as keyof State] as ReadonlyMap<string, AnyRecord>).get(id) : undefined;

function stepsOf({ state, employees, actor }: Survey, id: string): string[] {
  const steps = new Set([
    ...[...state.use.values()].flatMap(({ step, tool }) => (tool === id ? [step] : [])),
    ...[...state.exchange.values()].flatMap(({ step, information }) => (information === id ? [step] : [])),
    ...employees.filter((step) => actor(step) === id).map((step) => step.id),
  ]);
  return [...steps];
}
