/** Says through which channel a step goes: one that exists, a new one by name, or null. */
import { set } from "../../model/records";
import { t } from "../../text";
import type { Action } from "../action";
import { named, type Named } from "../named";
import { targetStep } from "../targets";

export const stepChannel: Action<[id: string, channel: Named | null]> = {
  id: "step-channel",
  label: "actions.step.channel",
  group: "step",
  scope: "step",
  keys: {},
  enabled: (editor) => targetStep(editor) !== null,
  run(editor, id, channel) {
    const state = editor.state.value;
    const step = state.step.get(id);
    if (step === undefined) return;
    const found = channel === null ? null : named(state, "channel", channel);
    const value = found?.id ?? null;
    if (value === step.channel) return;
    editor.submit(t("actions.step.channel"), [...(found?.ops ?? []), set("step", id, "channel", value)]);
  },
};
