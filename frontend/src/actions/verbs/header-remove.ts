/** Deletes a phase, moment or lane with the steps that stand in it, and says how many. */
import { remove } from "../../model/records";
import { t } from "../../text";
import type { Action } from "../action";
import type { Header } from "../session";
import { targetHeader } from "../targets";

export const headerRemove: Action<[header?: { readonly on: Header; readonly id: string }]> = {
  id: "header-remove",
  label: "actions.header.remove",
  group: "sheet",
  scope: "header",
  keys: { Delete: [], Backspace: [] },
  enabled: (editor) => targetHeader(editor) !== null,
  run(editor, header = targetHeader(editor) ?? undefined) {
    if (header === undefined) return;
    const { on, id } = header;
    const before = editor.state.value;
    const record = before[on].get(id);
    const label = t(`actions.${on}.remove`);
    if (record === undefined || editor.submit(label, [remove(on, id)]) === null) return;
    const { session, state } = editor;
    const focus = session.focus.value;
    if (focus !== null && focus.on !== "cell" && focus.id === id) session.focus.value = null;
    session.selection.value = new Set(
      [...session.selection.value].filter((step) => state.value.step.has(step)),
    );
    const n = before.step.size - state.value.step.size;
    session.announce(t("actions.said.headerRemoved", { title: record.title, n }));
  },
};
