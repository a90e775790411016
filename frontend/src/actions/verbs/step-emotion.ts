/** What is felt at steps: one better, one worse, or not known. */
import { signed, t } from "../../text";
import type { Action } from "../action";
import { setFact } from "../facts";
import { targetSteps } from "../targets";

export const stepEmotion: Action<[by: -1 | 1 | null]> = {
  id: "step-emotion",
  label: "typing.key.emotion",
  group: "step",
  scope: "step",
  keys: { "Alt++": [1], "Alt+-": [-1], "Alt+PageUp": [1], "Alt+PageDown": [-1], "Alt+0": [null] },
  enabled: (editor) => targetSteps(editor).length > 0,
  run(editor, by) {
    setFact(
      editor,
      "emotion",
      ({ emotion }) => (by === null ? null : Math.max(-2, Math.min(2, (emotion ?? 0) + by))),
      (now) =>
        now === null ? t("typing.fact.unknown.emotion") : t("typing.chip.emotion", { value: signed(now) }),
    );
  },
};
