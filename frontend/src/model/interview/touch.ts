/**
 * Whom the work on a sheet concerns: for every step the moments of truth and the lowest feeling that it touches, as
 * the friction catalogue has it. Rework takes no part, nor does evidence.
 */
import type { State, Step } from "../records";
import { columnsOf, isRework } from "../shares";

export type Band = "evidence" | "customer" | "employee";

export interface Touch {
  /** Moments of truth that the step works for, or is. */
  readonly truths: ReadonlySet<string>;
  /** 0 to 2: how far below zero the lowest feeling among the customer steps it touches lies. */
  readonly depth: number;
}
export interface Touched {
  readonly band: (step: Step) => Band;
  readonly of: (step: string) => Touch;
  /** For each moment of truth the employee-side steps that work for it. */
  readonly work: ReadonlyMap<string, ReadonlySet<string>>;
  /** Steps with a link, of whichever kind. */
  readonly linked: ReadonlySet<string>;
  /** Customer steps that turn to the team. */
  readonly requests: ReadonlySet<string>;
}

const NOTHING: Touch = { truths: new Set(), depth: 0 };

export function touched(state: State): Touched {
  const band = (step: Step): Band => {
    const kind = state.lane.get(step.lane)?.kind;
    return kind === "evidence" || kind === "customer" ? kind : "employee";
  };
  const steps = [...state.step.values()];
  const employee = new Set(steps.filter((step) => band(step) === "employee").map(({ id }) => id));
  const customers = steps.filter((step) => band(step) === "customer");
  const { next, previous } = neighbours(state, new Set([...employee, ...customers.map(({ id }) => id)]));

  /** The employee-side steps that any of `starts` reaches or is reached from along employee-side steps. */
  const around = (starts: readonly string[]): Set<string> =>
    new Set([...flood(starts, next, employee), ...flood(starts, previous, employee)]);
  const joined = around(customers.map(({ id }) => id));
  /** Steps that join no customer themselves touch what the steps after them touch. */
  const touching = (starts: readonly string[]): Set<string> => {
    const near = around(starts);
    for (const step of flood([...near], previous, employee)) if (!joined.has(step)) near.add(step);
    return near;
  };

  const truths = customers.filter((step) => step.moment_of_truth);
  const work = new Map(truths.map(({ id }) => [id, touching([id])]));
  const touches = new Map<string, { truths: Set<string>; depth: number }>();
  const at = (step: string): { truths: Set<string>; depth: number } => {
    let touch = touches.get(step);
    if (touch === undefined) touches.set(step, (touch = { truths: new Set(), depth: 0 }));
    return touch;
  };
  for (const [truth, own] of work) for (const step of [truth, ...own]) at(step).truths.add(truth);
  const depths = new Set(customers.map(depthOf).filter((depth) => depth > 0));
  for (const depth of [...depths].sort((a, b) => a - b)) {
    const felt = customers.filter((step) => depthOf(step) === depth).map(({ id }) => id);
    for (const step of [...felt, ...touching(felt)]) at(step).depth = depth; // the deepest last
  }
  return {
    band,
    of: (step) => touches.get(step) ?? NOTHING,
    work,
    linked: new Set([...state.link.values()].flatMap(({ source, target }) => [source, target])),
    requests: new Set(
      customers.map(({ id }) => id).filter((id) => next.get(id)?.some((step) => employee.has(step)) === true),
    ),
  };
}

const depthOf = (step: Step): number => Math.max(0, -(step.emotion ?? 0));

type Neighbours = ReadonlyMap<string, readonly string[]>;

function neighbours(
  state: State,
  working: ReadonlySet<string>,
): { readonly next: Neighbours; readonly previous: Neighbours } {
  const [next, previous] = [new Map<string, string[]>(), new Map<string, string[]>()];
  const columns = columnsOf(state);
  const add = (to: Map<string, string[]>, from: string, step: string): void => {
    const list = to.get(from);
    if (list === undefined) to.set(from, [step]);
    else list.push(step);
  };
  for (const link of state.link.values()) {
    const { source, target } = link;
    if (isRework(link, columns)) continue;
    if (!working.has(source) || !working.has(target)) continue;
    add(next, source, target);
    add(previous, target, source);
  }
  return { next, previous };
}

/** All within `inside` that is reached from the starts, these left out. */
function flood(starts: readonly string[], edges: Neighbours, inside: ReadonlySet<string>): Set<string> {
  const seen = new Set<string>();
  const edge = [...starts];
  for (let step = edge.pop(); step !== undefined; step = edge.pop()) {
    for (const near of edges.get(step) ?? []) {
      if (!inside.has(near) || seen.has(near)) continue;
      seen.add(near);
      edge.push(near);
    }
  }
  return seen;
}
