/** Goes back to the question before; one that was passed over or that nobody knew is open again. */
import { t } from "../../text";
import type { Action } from "../action";
import { reopen } from "../interview/closed";

export const interviewBack: Action = {
  id: "interview-back",
  label: "interview.back",
  group: "blueprint",
  scope: "page",
  keys: {},
  enabled: () => false, // of the interview, never of a menu
  run(editor) {
    const { session } = editor;
    const now = session.interview.value;
    const previous = now?.trail.at(-1);
    if (now === null || previous === undefined) {
      session.announce(t("interview.said.first"));
      return;
    }
    reopen(editor, previous.key);
    const passed = new Set([...now.passed].filter((key) => key !== previous.key));
    session.interview.value = { ...now, current: previous, trail: now.trail.slice(0, -1), passed };
  },
};
