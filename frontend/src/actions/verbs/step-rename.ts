/** Gives a step another title; without one begins to type it in its place. */
import type { Action } from "../action";
import { targetStep } from "../targets";
import { fieldSet } from "./field-set";

export const stepRename: Action<[id?: string, title?: string]> = {
  id: "step-rename",
  label: "actions.step.rename",
  group: "step",
  scope: "step",
  keys: { F2: [], Enter: [] },
  enabled: (editor) => targetStep(editor) !== null,
  run(editor, id = targetStep(editor)?.id, title) {
    if (id === undefined) return;
    if (title === undefined) editor.session.editing.value = { on: "step", id };
    else if (title.trim() !== "")
      fieldSet.run(editor, { type: "step", id, field: "title", value: title.trim() });
  },
};
