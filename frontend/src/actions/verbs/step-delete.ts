/** Deletes steps, with their links, uses and exchanges. */
import { remove } from "../../model/records";
import { t } from "../../text";
import type { Action } from "../action";
import { targetSteps } from "../targets";

export const stepDelete: Action<[ids?: readonly string[]]> = {
  id: "step-delete",
  label: "actions.step.delete",
  group: "step",
  scope: "step",
  keys: { Delete: [], Backspace: [] },
  enabled: (editor) => targetSteps(editor).length > 0,
  run(editor, ids = targetSteps(editor).map((step) => step.id)) {
    if (ids.length === 0) return;
    const { session } = editor;
    const sent = editor.submit(
      t("history.delete", { n: ids.length }),
      ids.map((id) => remove("step", id)),
    );
    if (sent === null) return;
    const focus = session.focus.value;
    if (focus?.on === "cell" && focus.step !== null && ids.includes(focus.step)) {
      session.focus.value = { ...focus, step: null };
    }
    session.selection.value = new Set();
    session.announce(t("actions.said.deleted", { n: ids.length }));
  },
};
