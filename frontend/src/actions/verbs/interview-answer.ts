/** Answers the question of the interview: one change, then the next question at once. */
import type { Action } from "../action";
import { opsOf, type Answer } from "../interview/answers";
import { close } from "../interview/closed";
import { advance } from "../interview/interview";
import { labelOf } from "../interview/wording";

export const interviewAnswer: Action<[answer: Answer], boolean> = {
  id: "interview-answer",
  label: "interview.answer",
  group: "blueprint",
  scope: "page",
  keys: {},
  enabled: () => false, // of the interview, never of a menu
  run(editor, answer) {
    const now = editor.session.interview.value;
    if (now?.current == null) return false;
    const { current } = now;
    const ops = opsOf(editor.state.value, current, answer);
    if (ops.length > 0) {
      if (editor.submit(labelOf(editor.state.value, current), ops) === null) return false;
    } else close(editor, current.key);
    const made = ops.length > 0 ? 1 : 0;
    advance(editor, {
      answers: now.answers + made,
      heard: { ...now.heard, since: now.heard.since + made },
      ...(made > 0 ? { revealed: null } : {}),
    });
    return true;
  },
};
