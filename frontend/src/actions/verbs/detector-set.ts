/** Switches a detector of this blueprint on or off, or sets one of its limits; null puts the limit back to its default. */
import { put, type Op } from "../../model/records";
import { t } from "../../text";
import type { Action } from "../action";

export interface DetectorChange {
  readonly id: string;
  /** `on`, or the name of a limit. */
  readonly field: string;
  readonly value: boolean | number | null;
}

export const detectorSet: Action<[change: DetectorChange], boolean> = {
  id: "detector-set",
  label: "actions.detector.set",
  group: "blueprint",
  scope: "page",
  keys: {},
  enabled: () => false, // of the settings, never of a menu
  run(editor, { id, field, value }) {
    const now = editor.state.value.detector.get(id);
    const held = now === undefined ? (field === "on" ? true : null) : (now[field] ?? null);
    if (held === value) return false;
    let op: Op;
    if (now === undefined) op = put("detector", { id, [field]: value });
    else if (value === null) op = { op: "set", type: "detector", id, field };
    else op = { op: "set", type: "detector", id, field, value };
    return editor.submit(t("actions.set.detector"), [op]) !== null;
  },
};
