/** Marks the focused empty cell as one where nothing happens, as against "not known yet"; or takes the mark away. */
import { newId } from "../../model/ids";
import { put, remove } from "../../model/records";
import { t } from "../../text";
import type { Action } from "../action";
import { targetCell } from "../targets";

export const blankToggle: Action<[cell?: { readonly lane: string; readonly moment: string }]> = {
  id: "blank-toggle",
  label: "actions.blank.toggle",
  group: "sheet",
  scope: "cell",
  keys: { Delete: [] },
  enabled(editor) {
    const cell = targetCell(editor);
    return cell !== null && editor.sheet.value.cell(cell.lane, cell.moment).length === 0;
  },
  run(editor, cell = targetCell(editor) ?? undefined) {
    if (cell === undefined) return;
    const { lane, moment } = cell;
    const marks = [...editor.state.value.blank.values()].filter(
      (one) => one.lane === lane && one.moment === moment,
    );
    const ops =
      marks.length > 0
        ? marks.map(({ id }) => remove("blank", id))
        : [put("blank", { id: newId(), lane, moment })];
    if (editor.submit(t("actions.blank.toggle"), ops) === null) return;
    editor.session.announce(t(marks.length > 0 ? "actions.said.blankOff" : "actions.said.blankOn"));
  },
};
