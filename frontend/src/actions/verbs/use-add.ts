/** Says that a step uses a tool: one that exists, or a new one by name. */
import { newId } from "../../model/ids";
import { put } from "../../model/records";
import { t } from "../../text";
import type { Action } from "../action";
import { named, type Named } from "../named";
import { targetStep } from "../targets";

export const useAdd: Action<[step: string, tool: Named], string | null> = {
  id: "use-add",
  label: "actions.use.add",
  group: "step",
  scope: "step",
  keys: {},
  enabled: (editor) => targetStep(editor) !== null,
  run(editor, step, tool) {
    const found = named(editor.state.value, "tool", tool);
    if (found === null) return null;
    const id = newId();
    const ops = [...found.ops, put("use", { id, step, tool: found.id })];
    return editor.submit(t("actions.use.add"), ops) === null ? null : id;
  },
};
