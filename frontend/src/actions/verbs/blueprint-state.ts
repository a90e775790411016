/** Says whether the sheet shows what is (as-is) or what is aimed at (to-be). */
import { BLUEPRINT, type Blueprint } from "../../model/records";
import type { Action } from "../action";
import { fieldSet } from "./field-set";

export const blueprintState: Action<[value?: Blueprint["state"]]> = {
  id: "blueprint-state",
  label: "actions.blueprint.state",
  group: "blueprint",
  scope: "page",
  keys: {},
  enabled: () => true,
  run(editor, value) {
    const now = editor.state.value.blueprint.get(BLUEPRINT)?.state;
    const other = now === "as-is" ? "to-be" : "as-is";
    fieldSet.run(editor, { type: "blueprint", id: BLUEPRINT, field: "state", value: value ?? other });
  },
};
