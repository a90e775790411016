/** Says who does a step: an actor that exists, a new one by name, or null for the lane's. */
import { halfOf } from "../../model/sheet";
import { set } from "../../model/records";
import { t } from "../../text";
import type { Action } from "../action";
import { named, type Named } from "../named";
import { targetStep } from "../targets";

export const stepActor: Action<[id: string, actor: Named | null]> = {
  id: "step-actor",
  label: "actions.step.actor",
  group: "step",
  scope: "step",
  keys: {},
  enabled: (editor) => targetStep(editor) !== null,
  run(editor, id, actor) {
    const state = editor.state.value;
    const step = state.step.get(id);
    const kind = state.lane.get(step?.lane ?? "")?.kind;
    if (step === undefined || kind === undefined) return;
    const found = actor === null ? null : named(state, "actor", actor, { side: halfOf(kind) });
    const value = found?.id ?? null;
    if (value === step.actor) return;
    editor.submit(t("actions.step.actor"), [...(found?.ops ?? []), set("step", id, "actor", value)]);
  },
};
