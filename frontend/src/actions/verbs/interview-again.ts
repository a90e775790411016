/** Asks again what was passed over. */
import { nextOf } from "../../model/interview/order";
import type { Action } from "../action";
import { openIn } from "../interview/interview";

export const interviewAgain: Action = {
  id: "interview-again",
  label: "interview.again",
  group: "blueprint",
  scope: "page",
  keys: {},
  enabled: () => false, // of the interview, never of a menu
  run(editor) {
    const { session } = editor;
    const now = session.interview.value;
    if (now === null) return;
    const next = { ...now, passed: new Set<string>() };
    session.interview.value = { ...next, current: nextOf(openIn(editor, next), null) };
  },
};
