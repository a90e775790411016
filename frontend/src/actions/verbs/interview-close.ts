/** Leaves the interview; what was said stays. */
import { t } from "../../text";
import type { Action } from "../action";

export const interviewClose: Action = {
  id: "interview-close",
  label: "interview.close",
  group: "blueprint",
  scope: "page",
  keys: {},
  enabled: () => false, // of the interview, never of a menu
  run({ session }) {
    const now = session.interview.value;
    if (now === null) return;
    session.interview.value = null;
    if (now.answers > 0) session.announce(t("interview.said.left", { n: now.answers }));
  },
};
