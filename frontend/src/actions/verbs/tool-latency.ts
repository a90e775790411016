/** Says how many seconds a tool makes one wait at each use; null: not known. */
import type { Action } from "../action";
import { fieldSet } from "./field-set";

export const toolLatency: Action<[tool: string, seconds: number | null]> = {
  id: "tool-latency",
  label: "actions.tool.latency",
  group: "step",
  scope: "step",
  keys: {},
  enabled: () => false, // of the panel, never of a menu
  run: (editor, id, value) => void fieldSet.run(editor, { type: "tool", id, field: "latency_s", value }),
};
