/** Sets a point of an emotion curve: what is felt at a moment on one side; null: not known. */
import { set } from "../../model/records";
import type { Half } from "../../model/sheet";
import { signed, t } from "../../text";
import type { Action } from "../action";
import { feltAt, stepsFelt } from "../feelings";

export const feelingSet: Action<[half: Half, moment: string, value: number | null]> = {
  id: "feeling-set",
  label: "actions.set.step.emotion",
  group: "step",
  scope: "page",
  keys: {},
  enabled: () => false, // of the curve, never of a menu
  run(editor, half, moment, value) {
    const steps = feltAt(stepsFelt(editor.sheet.value, half, moment), value);
    const ops = steps.map(({ id, emotion }) => set("step", id, "emotion", emotion));
    if (ops.length === 0 || editor.submit(t("actions.set.step.emotion"), ops) === null) return;
    const { sheet, session } = editor;
    const at = sheet.value.moments.findIndex(({ id }) => id === moment);
    const felt = sheet.value.curves.find((curve) => curve.half === half)?.points[at] ?? null;
    session.announce(
      t("direct.said.feeling", {
        half: t(`sheet.feelings.${half}`),
        moment: sheet.value.moments[at]?.title ?? "",
        value: felt === null ? t("sheet.feelings.none") : signed(felt),
      }),
    );
  },
};
