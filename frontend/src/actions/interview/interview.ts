/** Where an interview stands: the question in front of the room, what was asked before, what it brought to light. */
import { asked, nextOf, questionsOf, type Course } from "../../model/interview/order";
import { EVERYWHERE, placeOf, type Question, type Range } from "../../model/interview/question";
import type { State } from "../../model/records";
import type { Analysis, Finding } from "../../sync/friction";
import type { Editor } from "../editor";

/** How much is known and seen. */
export interface Count {
  readonly findings: number;
  readonly unknown: number;
}
/** What the last answers changed in the diagnosis. */
export interface Revealed {
  readonly answers: number;
  readonly came: readonly Finding[];
  readonly went: readonly Finding[];
  /** Fewer unknown than before; negative where the answer led to new ones. */
  readonly known: number;
}
export interface Interview {
  /** null: nothing is left to ask here. */
  readonly current: Question | null;
  /** What was in front of the room before, the newest last. */
  readonly trail: readonly Question[];
  readonly passed: ReadonlySet<string>;
  readonly range: Range;
  /** Answers that became a change. */
  readonly answers: number;
  readonly start: Count;
  /** The findings as they stood when the last answers were heard of, and how many answers came since. */
  readonly heard: { readonly findings: readonly Finding[]; readonly unknown: number; readonly since: number };
  readonly revealed: Revealed | null;
  /** All that came to light since it began, by fingerprint. */
  readonly found: ReadonlyMap<string, Finding>;
}

/** With the question that comes first in this range. */
export function begin(editor: Editor, range: Range = EVERYWHERE): void {
  const { findings, unknown } = editor.findings.value;
  const start = { findings: findings.length, unknown: unknown.length };
  const empty: Interview = {
    current: null,
    trail: [],
    passed: new Set(),
    range,
    answers: 0,
    start,
    heard: { findings, unknown: unknown.length, since: 0 },
    revealed: null,
    found: new Map(),
  };
  editor.session.interview.value = { ...empty, current: nextOf(openIn(editor, empty), null) };
}

/** Goes on to the next question; the one in front goes on the trail. */
export function advance(editor: Editor, change: Partial<Interview> = {}): void {
  const { session } = editor;
  const now = session.interview.value;
  if (now === null) return;
  const last = now.current;
  const trail = last === null ? now.trail : [...now.trail.filter(({ key }) => key !== last.key), last];
  const next = { ...now, trail, ...change };
  const open = openIn(editor, next).filter(({ key }) => key !== last?.key);
  session.interview.value = { ...next, current: nextOf(open, last) };
}

/** The questions still open for this interview, the weightiest first. */
export const openIn = (editor: Editor, { passed, range }: Pick<Interview, "passed" | "range">): Question[] =>
  asked(editor.state.value, allQuestions(editor), courseOf(editor, passed, range));

/** Those that were passed over and are still open. */
export const passedIn = (editor: Editor, { passed, range }: Interview): Question[] =>
  openIn(editor, { passed: new Set(), range }).filter(({ key }) => passed.has(key));

const courseOf = (editor: Editor, passed: ReadonlySet<string>, range: Range): Course => ({
  closed: editor.session.closed.value,
  passed,
  range,
});

/** Every question of the sheet as it stands: worked out once for each state and analysis. */
export function allQuestions(editor: Editor): readonly Question[] {
  const [state, analysis] = [editor.state.value, editor.findings.value];
  const known = remembered.get(editor);
  if (known?.state === state && known.analysis === analysis) return known.questions;
  const costly = new Set(
    analysis.findings
      .filter(({ customer_min, employee_min }) => (customer_min ?? 0) + (employee_min ?? 0) > 0)
      .map(({ detector }) => detector),
  );
  const questions = questionsOf(state, editor.sheet.value, { unknown: analysis.unknown, costly });
  remembered.set(editor, { state, analysis, questions });
  return questions;
}
const remembered = new WeakMap<
  Editor,
  { readonly state: State; readonly analysis: Analysis; readonly questions: readonly Question[] }
>();

/** Goes on where someone took away what the question in front speaks of; nothing else ever takes it away. */
export function keepStanding(editor: Editor): void {
  const { session, state } = editor;
  const now = session.interview.value;
  if (now?.current == null || stands(state.value, now.current)) return;
  advance(editor);
}

/** Whether the records that a question speaks of are still there. */
export function stands(state: State, question: Question): boolean {
  const { step, moment } = question;
  const { type } = placeOf(question);
  const owner = question.ask === "blank" ? state.lane : (state[type] as ReadonlyMap<string, unknown>);
  return (
    owner.has(question.id) &&
    (step === null || state.step.has(step)) &&
    (moment === null || state.moment.has(moment))
  );
}

/**
 * Takes up a newer analysis: what came and went since the last answers. The question in front of the room stays as it
 * is. An analysis that may not know every answer yet is passed over; a newer one follows.
 */
export function hear(editor: Editor): void {
  const { session, store, sync, findings } = editor;
  const now = session.interview.value;
  const analysis = findings.value;
  if (now === null || now.heard.since === 0) return;
  if (store.pending.length > 0 || analysis.seq < sync.seq) return;
  const before = new Set(now.heard.findings.map(({ fingerprint }) => fingerprint));
  const after = new Set(analysis.findings.map(({ fingerprint }) => fingerprint));
  const came = analysis.findings.filter(({ fingerprint }) => !before.has(fingerprint));
  const went = now.heard.findings.filter(({ fingerprint }) => !after.has(fingerprint));
  const found = new Map([...now.found].filter(([fingerprint]) => after.has(fingerprint)));
  for (const finding of came) found.set(finding.fingerprint, finding);
  session.interview.value = {
    ...now,
    found,
    revealed: {
      answers: now.heard.since,
      came,
      went,
      known: now.heard.unknown - analysis.unknown.length,
    },
    heard: { findings: analysis.findings, unknown: analysis.unknown.length, since: 0 },
  };
}
