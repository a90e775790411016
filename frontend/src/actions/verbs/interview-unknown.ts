/** "Nobody knows": the question is not asked again on this page. */
import type { Action } from "../action";
import { close } from "../interview/closed";
import { advance } from "../interview/interview";

export const interviewUnknown: Action = {
  id: "interview-unknown",
  label: "interview.unknown",
  group: "blueprint",
  scope: "page",
  keys: {},
  enabled: () => false, // of the interview, never of a menu
  run(editor) {
    const current = editor.session.interview.value?.current;
    if (current == null) return;
    close(editor, current.key);
    advance(editor);
  },
};
