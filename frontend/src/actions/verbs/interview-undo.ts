/** Undoes from within the interview: a question that is open again with it stands in front of the room again. */
import type { Action } from "../action";
import { allQuestions } from "../interview/interview";
import { undo } from "./undo";

export const interviewUndo: Action = {
  id: "interview-undo",
  label: "actions.undo",
  group: "history",
  scope: "page",
  keys: {},
  enabled: () => false, // of the interview, never of a menu
  run(editor) {
    const { session } = editor;
    const before = new Set(allQuestions(editor).map(({ key }) => key));
    undo.run(editor);
    const now = session.interview.value;
    if (now === null) return;
    const opened = new Set(
      allQuestions(editor)
        .map(({ key }) => key)
        .filter((key) => !before.has(key)),
    );
    const question = now.trail.findLast(({ key }) => opened.has(key));
    const heard = { ...now.heard, since: now.heard.since + 1 };
    if (question === undefined) session.interview.value = { ...now, heard, revealed: null };
    else
      session.interview.value = {
        ...now,
        heard,
        revealed: null,
        answers: Math.max(0, now.answers - 1),
        current: question,
        trail: now.trail.filter(({ key }) => key !== question.key),
      };
  },
};
