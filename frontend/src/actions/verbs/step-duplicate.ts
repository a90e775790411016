/** Copies steps with their uses and exchanges, and the links among them, into the same cells; selects the copies. */
import { t } from "../../text";
import type { Action } from "../action";
import { copiesOf, type Copies } from "../copies";
import type { Editor } from "../editor";
import { targetSteps } from "../targets";

export const stepDuplicate: Action<[ids?: readonly string[]]> = {
  id: "step-duplicate",
  label: "actions.step.duplicate",
  group: "step",
  scope: "step",
  keys: { "Mod+d": [] },
  enabled: (editor) => targetSteps(editor).length > 0,
  run(editor, ids = targetSteps(editor).map((step) => step.id)) {
    submitCopies(editor, copiesOf(editor.state.value, ids));
  },
};

/** Sends copies as one change, selects them and says how many there are. */
export function submitCopies(editor: Editor, { ids, ops }: Copies): void {
  if (editor.submit(t("history.duplicate", { n: ids.size }), ops) === null) return;
  const first = editor.state.value.step.get([...ids.values()][0] ?? "");
  editor.session.select(first ?? null);
  editor.session.selection.value = new Set(ids.values());
  editor.session.announce(t("actions.said.duplicated", { n: ids.size }));
}
