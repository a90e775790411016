/** Keeps the interview to a lane, a moment or the selected steps, or lets it go anywhere again. */
import type { Range } from "../../model/interview/question";
import { nextOf } from "../../model/interview/order";
import type { Action } from "../action";
import { openIn } from "../interview/interview";

export const interviewStay: Action<[range: Range]> = {
  id: "interview-stay",
  label: "interview.stay",
  group: "blueprint",
  scope: "page",
  keys: {},
  enabled: () => false, // of the interview, never of a menu
  run(editor, range) {
    const { session } = editor;
    const now = session.interview.value;
    if (now === null) return;
    const open = openIn(editor, { ...now, range });
    const stays = open.find(({ key }) => key === now.current?.key);
    session.interview.value = { ...now, range, current: stays ?? nextOf(open, null) };
  },
};
