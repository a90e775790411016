/** How decisive a question is: the weights of docs/interview.md, added up, never multiplied. */
import type { Open, Question, Waiting } from "./question";
import type { Touched } from "./touch";

/**
 * What it is worth that a detector can judge. 3: its findings cost the customer minutes; 2: they cost the team, or
 * leave a decisive moment without what it takes; 1: hints. `price` stands for the cost of doing nothing.
 */
const WORTH: Readonly<Record<string, number>> = {
  "re-entry": 3,
  "customer-repeats": 3,
  "approval-stacking": 3,
  "tool-latency": 3,
  "invisible-wait": 3,
  "search-time": 3,
  "autonomy-gap": 3,
  "rework-loop": 3,
  "access-gap": 2,
  "information-gap": 2,
  "no-recovery": 2,
  "tool-hops": 2,
  "ping-pong": 2,
  "handoff-chain": 2,
  bottleneck: 2,
  "single-point": 2,
  "misaligned-objective": 2,
  "channel-maze": 2,
  price: 2,
  "ambiguous-standard": 1,
  "stale-knowledge": 1,
  "feedback-latency": 1,
  "unsupported-moment": 1,
  "orphan-work": 1,
  "mirror-dip": 1,
};
/** A detector newer than this page. */
const UNKNOWN_WORTH = 1;
/** Where another answer must follow before it can judge. */
const HALF = 0.5;
const TRUTH = 2;
const MOST_STEPS = 3;

/** `costly`: the kinds of friction that already cost minutes on this sheet. */
export function weigh(
  open: Open,
  touches: Touched,
  costly: ReadonlySet<string>,
  on: (detector: string) => boolean,
): Question {
  const waiting = merged(open.waiting).filter(({ detector }) => on(detector));
  let weight = 0;
  for (const { detector, sure } of waiting) {
    const worth = (WORTH[detector] ?? UNKNOWN_WORTH) + (costly.has(detector) ? 1 : 0);
    weight += sure ? worth : worth * HALF;
  }
  const felt = open.steps.map((step) => touches.of(step));
  let reach = felt.some(({ truths }) => truths.size > 0) ? TRUTH : 0;
  reach += Math.max(0, ...felt.map(({ depth }) => depth));
  reach += Math.min(MOST_STEPS, Math.max(0, open.steps.length - 1));
  // What little is worth does not come first for touching much.
  weight += Math.min(reach, weight);
  return { ...open, waiting: waiting.sort((a, b) => worthOf(b) - worthOf(a)), weight };
}

const worthOf = ({ detector, sure }: Waiting): number =>
  (WORTH[detector] ?? UNKNOWN_WORTH) * (sure ? 1 : HALF);

/** Each detector once, sure where any says so. */
function merged(waiting: readonly Waiting[]): Waiting[] {
  const sure = new Map<string, boolean>();
  for (const one of waiting) sure.set(one.detector, one.sure || sure.get(one.detector) === true);
  return [...sure].map(([detector, certain]) => ({ detector, sure: certain }));
}
