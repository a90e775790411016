/** Folds what one stands on, or unfolds it: the chosen steps, a lane (from an empty cell too), a phase. */
import { t } from "../../text";
import type { Action } from "../action";
import type { Editor } from "../editor";
import { changeFolded } from "../look";
import { targetSteps } from "../targets";

export const foldToggle: Action<[ids?: readonly string[]]> = {
  id: "fold-toggle",
  label: "actions.fold.toggle",
  group: "view",
  scope: "sheet",
  keys: { "Alt+h": [] },
  enabled: (editor) => targets(editor).length > 0,
  run(editor, ids = targets(editor)) {
    if (ids.length === 0) return;
    const { session, state } = editor;
    const folded = new Set(session.folded.value);
    const fold = ids.some((id) => !folded.has(id));
    for (const id of ids) {
      if (fold) folded.add(id);
      else folded.delete(id);
    }
    changeFolded(editor, folded);
    const [id = ""] = ids;
    const { lane, phase, step } = state.value;
    const title = (lane.get(id) ?? phase.get(id) ?? step.get(id))?.title ?? "";
    session.announce(t(fold ? "actions.said.folded" : "actions.said.unfolded", { title, n: ids.length }));
  },
};

function targets(editor: Editor): readonly string[] {
  const focus = editor.session.focus.value;
  if (focus === null) return [];
  if (focus.on === "moment") return [editor.state.value.moment.get(focus.id)?.phase ?? ""];
  if (focus.on !== "cell") return [focus.id];
  return focus.step === null ? [focus.lane] : targetSteps(editor).map(({ id }) => id);
}
