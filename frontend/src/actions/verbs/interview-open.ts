/** Opens the interview over the sheet: one question at a time, the most decisive first. Of several steps, about these. */
import { EVERYWHERE, type Range } from "../../model/interview/question";
import type { Action } from "../action";
import type { Editor } from "../editor";
import { begin } from "../interview/interview";

export const interviewOpen: Action<[range?: Range]> = {
  id: "interview-open",
  label: "interview.open",
  group: "blueprint",
  scope: "page",
  keys: { "Alt+i": [] },
  enabled: ({ state, session }) => session.interview.value === null && state.value.step.size > 0,
  run(editor, range = rangeOf(editor)) {
    editor.session.editing.value = null;
    begin(editor, range);
  },
};

const rangeOf = ({ session }: Editor): Range =>
  session.selection.value.size > 1 ? { ...EVERYWHERE, steps: new Set(session.selection.value) } : EVERYWHERE;
