/** Marks steps as moments of truth, or takes the mark away where all have it. */
import { set } from "../../model/records";
import { t } from "../../text";
import type { Action } from "../action";
import { targetSteps } from "../targets";

export const stepTruth: Action<[ids?: readonly string[]]> = {
  id: "step-truth",
  label: "actions.step.truth",
  group: "step",
  scope: "step",
  keys: { "Alt+m": [] },
  enabled: (editor) => targetSteps(editor).length > 0,
  run(editor, ids = targetSteps(editor).map((step) => step.id)) {
    const steps = ids.flatMap((id) => editor.state.value.step.get(id) ?? []);
    const on = !steps.every((step) => step.moment_of_truth);
    const changed = steps.filter((step) => step.moment_of_truth !== on);
    const ops = changed.map((step) => set("step", step.id, "moment_of_truth", on));
    if (ops.length === 0 || editor.submit(t("actions.set.step.moment_of_truth"), ops) === null) return;
    const said = on ? "actions.said.truthOn" : "actions.said.truthOff";
    for (const { title } of changed) editor.session.announce(t(said, { title }));
  },
};
