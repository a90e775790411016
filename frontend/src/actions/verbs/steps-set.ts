/** Sets one field of several steps at once, or has them all use a tool: one change, which leaves alone what is so already. */
import { newId } from "../../model/ids";
import { put, set, type Step } from "../../model/records";
import { halfOf } from "../../model/sheet";
import { t } from "../../text";
import type { Action } from "../action";
import { labelOf } from "./field-set";
import { named, type Named } from "../named";

type Plain = "kind" | "basis" | "emotion" | "moment_of_truth" | "decides" | "stakes" | "recovery";

export type ForAll =
  | { [F in Plain]: { readonly field: F; readonly value: Step[F] } }[Plain]
  | { readonly field: "actor" | "channel"; readonly name: Named | null }
  | { readonly field: "uses"; readonly name: Named };

export const stepsSet: Action<[ids: readonly string[], what: ForAll]> = {
  id: "steps-set",
  label: "actions.steps.set",
  group: "step",
  scope: "step",
  keys: {},
  enabled: () => false, // of the panel, never of a menu
  run(editor, ids, what) {
    const { step, lane, use } = editor.state.value;
    const steps = ids.flatMap((id) => step.get(id) ?? []);
    const [first] = steps;
    if (first === undefined) return;
    if ("value" in what) {
      const { field, value } = what;
      const ops = steps.filter((one) => one[field] !== value).map(({ id }) => set("step", id, field, value));
      editor.submit(labelOf("step", field), ops);
    } else if (what.field === "uses") {
      const found = named(editor.state.value, "tool", what.name);
      if (found === null) return;
      const users = new Set([...use.values()].filter(({ tool }) => tool === found.id).map((one) => one.step));
      const without = steps.filter(({ id }) => !users.has(id));
      const ops = without.map(({ id }) => put("use", { id: newId(), step: id, tool: found.id }));
      if (ops.length > 0) editor.submit(t("actions.use.add"), [...found.ops, ...ops]);
    } else {
      const { field, name } = what;
      const kind = lane.get(first.lane)?.kind;
      const fields = field === "actor" && kind !== undefined ? { side: halfOf(kind) } : {};
      const found = name === null ? null : named(editor.state.value, field, name, fields);
      const value = found?.id ?? null;
      const ops = steps.filter((one) => one[field] !== value).map(({ id }) => set("step", id, field, value));
      if (ops.length > 0) editor.submit(labelOf("step", field), [...(found?.ops ?? []), ...ops]);
    }
  },
};
