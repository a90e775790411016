/** Gives the blueprint another title; without one begins to type it in the top bar. */
import { BLUEPRINT } from "../../model/records";
import type { Action } from "../action";
import { fieldSet } from "./field-set";

export const blueprintRename: Action<[title?: string]> = {
  id: "blueprint-rename",
  label: "actions.blueprint.rename",
  group: "blueprint",
  scope: "page",
  keys: {},
  enabled: () => true,
  run(editor, title) {
    if (title === undefined) editor.session.editing.value = { on: "blueprint" };
    else if (title.trim() !== "") {
      fieldSet.run(editor, { type: "blueprint", id: BLUEPRINT, field: "title", value: title.trim() });
    }
  },
};
