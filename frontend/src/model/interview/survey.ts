/** A sheet as the questions look at it: what belongs to a step, who does it, whom it concerns. */
import type { Exchange, Lane, State, Step, Use } from "../records";
import type { Sheet } from "../sheet";
import { inOrder } from "../siblings";
import { keyOf, type Ask, type Open, type Waiting } from "./question";
import { touched, type Touched } from "./touch";

export interface Survey {
  readonly state: State;
  readonly sheet: Sheet;
  readonly touches: Touched;
  /** In the order of the sheet: moment by moment, from the top. Evidence is left out. */
  readonly customers: readonly Step[];
  readonly employees: readonly Step[];
  readonly uses: (step: string) => readonly Use[];
  readonly exchanges: (step: string) => readonly Exchange[];
  readonly lane: (step: Step) => Lane | undefined;
  /** The step's own actor, else its lane's. */
  readonly actor: (step: Step) => string | null;
  /** Nobody feels, decides or is judged there. */
  readonly machine: (step: Step) => boolean;
}

export function survey(state: State, sheet: Sheet): Survey {
  const touches = touched(state);
  const standing = sheet.moments.flatMap(({ id }) => sheet.lanes.flatMap((lane) => sheet.cell(lane.id, id)));
  const uses = grouped(state.use.values());
  const exchanges = grouped(state.exchange.values());
  const lane = (step: Step): Lane | undefined => state.lane.get(step.lane);
  const actor = (step: Step): string | null => step.actor ?? lane(step)?.actor ?? null;
  return {
    state,
    sheet,
    touches,
    customers: standing.filter((step) => touches.band(step) === "customer"),
    employees: standing.filter((step) => touches.band(step) === "employee"),
    uses: (step) => uses.get(step) ?? [],
    exchanges: (step) => exchanges.get(step) ?? [],
    lane,
    actor,
    machine(step) {
      if (step.kind === "automatic") return true;
      const who = state.actor.get(actor(step) ?? "");
      return who === undefined ? lane(step)?.kind === "support" : who.side === "system";
    },
  };
}

function grouped<R extends Use | Exchange>(records: Iterable<R>): Map<string, R[]> {
  const groups = new Map<string, R[]>();
  for (const record of inOrder(records)) {
    const group = groups.get(record.step);
    if (group === undefined) groups.set(record.step, [record]);
    else group.push(record);
  }
  return groups;
}

/** `sure` and `maybe` are detectors that wait: for this alone, or for something more besides. */
export interface Lets {
  readonly sure?: readonly string[];
  readonly maybe?: readonly string[];
}
const waitingFor = ({ sure = [], maybe = [] }: Lets): Waiting[] => [
  ...sure.map((detector) => ({ detector, sure: true })),
  ...maybe.map((detector) => ({ detector, sure: false })),
];

/** A question about a step, or about what belongs to one. */
export const aboutStep = (
  step: Step,
  ask: Ask,
  lets: Lets,
  on?: readonly [type: string, id: string],
): Open => ({
  key: on === undefined ? keyOf("step", step.id, ask) : keyOf(...on, ask),
  ask,
  id: on?.[1] ?? step.id,
  step: step.id,
  lane: step.lane,
  moment: step.moment,
  steps: [step.id],
  waiting: waitingFor(lets),
});

/** A question about something that several steps, or all, have a part in. */
export const about = (type: string, id: string, ask: Ask, steps: readonly string[], lets: Lets): Open => ({
  key: keyOf(type, id, ask),
  ask,
  id,
  step: null,
  lane: null,
  moment: null,
  steps,
  waiting: waitingFor(lets),
});
