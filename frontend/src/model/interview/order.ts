/**
 * The questions of an interview, the most decisive first. Pure: from the records and from what the server's analysis
 * could not judge. An analysis of an older state does no harm: what has been answered since is left out.
 */
import type { Analysed } from "./gaps";
import { gapQuestions } from "./gaps";
import { stepQuestions } from "./facts";
import { ASKS, type Open, type Question, type Range } from "./question";
import { survey, type Survey } from "./survey";
import { thingQuestions } from "./things";
import { weigh } from "./worth";
import { wholeQuestions } from "./whole";
import type { State } from "../records";
import type { Sheet } from "../sheet";

export type { Analysed } from "./gaps";

/** Every question that is open, the weightiest first; close stand as their steps do on the sheet. */
export function questionsOf(state: State, sheet: Sheet, analysed: Analysed): Question[] {
  const view = survey(state, sheet);
  const found = new Map<string, Open>();
  const all = [...wholeQuestions(view), ...stepQuestions(view), ...thingQuestions(view)];
  for (const one of [...all, ...gapQuestions(view, analysed.unknown)]) {
    const same = found.get(one.key);
    if (same === undefined) found.set(one.key, one);
    else same.waiting.push(...one.waiting);
  }
  const on = (detector: string): boolean => state.detector.get(detector)?.on !== false;
  const place = placeOf(view);
  return [...found.values()]
    .map((one) => weigh(one, view.touches, analysed.costly, on))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || place(a) - place(b) || rank(a) - rank(b));
}

/** What is asked next, and what is left out until later. */
export interface Course {
  /** Facts that nobody here knows, or that were said to be none: not asked again. */
  readonly closed: ReadonlySet<string>;
  /** Passed over: asked again when all others are. */
  readonly passed: ReadonlySet<string>;
  readonly range: Range;
}

/** The questions that are asked within the range, in their order. Nobody is asked step by step what a lane tells. */
export function asked(
  state: State,
  questions: readonly Question[],
  { closed, passed, range }: Course,
): Question[] {
  const open = questions.filter(({ key }) => !closed.has(key) && !passed.has(key));
  const lanes = new Set(open.flatMap(({ ask, id, steps }) => (ask === "lane_actor" ? [id, ...steps] : [])));
  return open.filter(
    (one) =>
      !(one.ask === "actor" && lanes.has(one.id)) && (isEverywhere(range) || isWithin(state, one, range)),
  );
}

/** By how much less a question may weigh for the room to stay with the step it speaks of. */
const CLOSE = 1;

/** The weightiest; where some are about as weighty, the room stays with the step it speaks of, then with the moment. */
export function nextOf(questions: readonly Question[], last: Question | null): Question | null {
  const [first] = questions;
  if (first === undefined || last === null) return first ?? null;
  const close = questions.filter(({ weight }) => weight >= first.weight - CLOSE);
  return (
    close.find(({ step, id }) => (step !== null && step === last.step) || id === last.id) ??
    close.find(({ moment }) => moment !== null && moment === last.moment) ??
    first
  );
}

const isEverywhere = ({ lane, moment, steps }: Range): boolean =>
  lane === null && moment === null && steps === null;

/** Whether it speaks of a step of the range; an empty cell of the cell's own lane and moment. */
function isWithin(state: State, { lane, moment, steps, ask }: Question, range: Range): boolean {
  const fits = (own: { readonly lane: string | null; readonly moment: string | null }): boolean =>
    (range.lane === null || own.lane === range.lane) &&
    (range.moment === null || own.moment === range.moment);
  if (ask === "truth") return false; // of the whole sheet
  if (ask === "blank") return range.steps === null && fits({ lane, moment });
  return steps.some((id) => {
    const step = state.step.get(id);
    return step !== undefined && fits(step) && range.steps?.has(id) !== false;
  });
}

const rank = ({ ask }: Question): number => ASKS.indexOf(ask);

/** By the first step that a question speaks of, in the order of the sheet; the whole comes first. */
function placeOf({ sheet }: Survey): (question: Question) => number {
  const places = new Map<string, number>();
  for (const { id } of sheet.moments)
    for (const lane of sheet.lanes)
      for (const step of sheet.cell(lane.id, id)) places.set(step.id, places.size);
  return ({ steps }) => steps.reduce((first, step) => Math.min(first, places.get(step) ?? first), Infinity);
}
