/** Opens the interview over the sheet: one question at a time, the most decisive first. Of several steps, about these. */
import type { Range } from "../../model/interview/question";
import { t } from "../../text";
import type { Action } from "../action";
import type { Editor } from "../editor";
import { later } from "../later";

const INTERVIEW = later(() => import("../interview/interview"));

export const interviewOpen: Action<[range?: Range], Promise<void>> = {
  id: "interview-open",
  label: "interview.open",
  group: "blueprint",
  scope: "page",
  keys: { "Alt+i": [] },
  enabled: ({ state, session }) => session.interview.value === null && state.value.step.size > 0,
  /** Resolves when the first question is there. */
  async run(editor, range = rangeOf(editor)) {
    const { session } = editor;
    session.editing.value = null;
    try {
      const { begin } = INTERVIEW.now ?? (await INTERVIEW.fetch()); // at once where it is there
      if (session.interview.value === null) begin(editor, range);
    } catch {
      session.notify({ tone: "error", text: t("interview.failed") });
      session.announce(t("interview.failed"));
    }
  },
};

const rangeOf = ({ session }: Editor): Range => ({
  lane: null,
  moment: null,
  steps: session.selection.value.size > 1 ? new Set(session.selection.value) : null,
});
