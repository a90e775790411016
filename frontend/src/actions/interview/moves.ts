/**
 * What can be done in an interview. Not among the verbs of the page: all of this is fetched when an interview is first
 * opened, and none of it is in a menu.
 */
import { nextOf } from "../../model/interview/order";
import type { Range } from "../../model/interview/question";
import { t } from "../../text";
import type { Editor } from "../editor";
import { redo } from "../verbs/redo";
import { undo } from "../verbs/undo";
import { opsOf, type Answer } from "./answers";
import { close, reopen } from "./closed";
import { advance, allQuestions, openIn, stands } from "./interview";
import { labelOf } from "./wording";

/** Answers the question: one change, then the next question at once. False where the change can't be made. */
export function answerIt(editor: Editor, answer: Answer): boolean {
  const now = editor.session.interview.value;
  if (now?.current == null) return false;
  const { current } = now;
  const ops = opsOf(editor.state.value, current, answer);
  if (ops.length === 0) {
    close(editor, current.key);
    advance(editor);
    return true;
  }
  if (editor.submit(labelOf(editor.state.value, current), ops) === null) return false;
  const heard = { ...now.heard, since: now.heard.since + 1 };
  advance(editor, { answers: now.answers + 1, heard, revealed: null });
  return true;
}

/** Passes over the question: it comes again when all others are answered. */
export function pass(editor: Editor): void {
  const now = editor.session.interview.value;
  if (now?.current == null) return;
  advance(editor, { passed: new Set([...now.passed, now.current.key]) });
}

/** "Nobody knows": not asked again on this page. */
export function leaveUnknown(editor: Editor): void {
  const current = editor.session.interview.value?.current;
  if (current == null) return;
  close(editor, current.key);
  advance(editor);
}

/** Back to the question before; one that was passed over or that nobody knew is open again. */
export function goBack(editor: Editor): void {
  const { session } = editor;
  const now = session.interview.value;
  const trail = now?.trail.filter((question) => stands(editor.state.value, question)) ?? [];
  const previous = trail.at(-1);
  if (now === null || previous === undefined) {
    session.announce(t("interview.said.first"));
    return;
  }
  reopen(editor, previous.key);
  const passed = new Set([...now.passed].filter((key) => key !== previous.key));
  session.interview.value = { ...now, current: previous, trail: trail.slice(0, -1), passed };
}

/** Undoes: a question that is open again with it stands in front of the room again. */
export function undoAnswer(editor: Editor): void {
  const { session } = editor;
  const before = new Set(allQuestions(editor).map(({ key }) => key));
  undo.run(editor);
  const now = session.interview.value;
  if (now === null) return;
  const opened = allQuestions(editor).filter(({ key }) => !before.has(key));
  const question = now.trail.findLast(({ key }) => opened.some((one) => one.key === key));
  const next = { ...now, heard: { ...now.heard, since: now.heard.since + 1 }, revealed: null };
  session.interview.value =
    question === undefined
      ? next
      : {
          ...next,
          answers: Math.max(0, now.answers - 1),
          current: question,
          trail: now.trail.filter(({ key }) => key !== question.key),
        };
}

/** Makes again what was undone; a question that is answered with it goes from in front of the room. */
export function redoAnswer(editor: Editor): void {
  const { session } = editor;
  const key = session.interview.value?.current?.key;
  const wasOpen = allQuestions(editor).some((one) => one.key === key);
  redo.run(editor);
  const now = session.interview.value;
  if (now === null) return;
  const heard = { ...now.heard, since: now.heard.since + 1 };
  const settled = wasOpen && !allQuestions(editor).some((one) => one.key === key);
  if (settled) advance(editor, { answers: now.answers + 1, heard, revealed: null });
  else session.interview.value = { ...now, heard, revealed: null };
}

/** Keeps to a lane, a moment or the selected steps, or lets the interview go anywhere; a question that fits stays. */
export function stayOn(editor: Editor, range: Range): void {
  const { session } = editor;
  const now = session.interview.value;
  if (now === null) return;
  const open = openIn(editor, { ...now, range });
  const stays = open.find(({ key }) => key === now.current?.key);
  session.interview.value = { ...now, range, current: stays ?? nextOf(open, null) };
}

/** Asks again what was passed over. */
export function askAgain(editor: Editor): void {
  const { session } = editor;
  const now = session.interview.value;
  if (now === null) return;
  const next = { ...now, passed: new Set<string>() };
  session.interview.value = { ...next, current: nextOf(openIn(editor, next), null) };
}

/** Leaves the interview; what was said stays. */
export function leave({ session }: Editor): void {
  const now = session.interview.value;
  if (now === null) return;
  session.interview.value = null;
  if (now.answers > 0) session.announce(t("interview.said.left", { n: now.answers }));
}
