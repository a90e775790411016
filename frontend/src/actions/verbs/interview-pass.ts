/** Passes over the question of the interview: it comes again when all others are answered. */
import type { Action } from "../action";
import { advance } from "../interview/interview";

export const interviewPass: Action = {
  id: "interview-pass",
  label: "interview.pass",
  group: "blueprint",
  scope: "page",
  keys: {},
  enabled: () => false, // of the interview, never of a menu
  run(editor) {
    const now = editor.session.interview.value;
    if (now?.current == null) return;
    advance(editor, { passed: new Set([...now.passed, now.current.key]) });
  },
};
