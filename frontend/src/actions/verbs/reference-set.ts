/** Sets a field that refers to a tool or to information: one that exists, a new one by name, or none. */
import { set, type Op } from "../../model/records";
import { t } from "../../text";
import type { Action } from "../action";
import { named, type Named } from "../named";

export type Reference =
  | { readonly type: "exchange"; readonly id: string; readonly field: "tool" }
  | { readonly type: "information"; readonly id: string; readonly field: "held_in" };

export const referenceSet: Action<[reference: Reference, tool: Named | null]> = {
  id: "reference-set",
  label: "actions.field.set",
  group: "step",
  scope: "step",
  keys: {},
  enabled: () => false, // of the panel, never of a menu
  run(editor, reference, tool) {
    const found = tool === null ? null : named(editor.state.value, "tool", tool);
    const value = found?.id ?? null;
    const setting: Op =
      reference.type === "exchange"
        ? set("exchange", reference.id, reference.field, value)
        : set("information", reference.id, reference.field, value);
    editor.submit(t(`actions.set.${reference.type}`), [...(found?.ops ?? []), setting]);
  },
};
