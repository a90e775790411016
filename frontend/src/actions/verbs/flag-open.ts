/** Begins to flag friction that no detector saw: on the selected steps, a link, a lane or another header, or an area. */
import type { Action } from "../action";
import type { Editor } from "../editor";
import type { Flagging } from "../session";
import { targetHeader, targetLink, targetSteps } from "../targets";

export const flagOpen: Action<[on?: Flagging]> = {
  id: "flag-open",
  label: "reviews.flag.add",
  group: "review",
  scope: "page",
  keys: { "Alt+g": [] },
  enabled: () => true,
  run(editor, on = targetOf(editor)) {
    const { session } = editor;
    session.opened.value = null;
    session.flagging.value = on;
    session.panel.value = { open: true, tab: "step" };
  },
};

/** Where the keyboard stands on an empty cell, that cell is the area. */
function targetOf(editor: Editor): Flagging {
  const link = targetLink(editor);
  if (link !== null) return { on: [link.id], area: null };
  const steps = targetSteps(editor).map(({ id }) => id);
  if (steps.length > 0) return { on: steps, area: null };
  const header = targetHeader(editor);
  if (header !== null) return { on: [header.id], area: null };
  const focus = editor.session.focus.value;
  if (focus?.on !== "cell") return { on: [], area: null };
  return { on: [], area: { lanes: [focus.lane, focus.lane], moments: [focus.moment, focus.moment] } };
}
