/** Several steps at once: what can be done with all of them. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import { stepDelete } from "../../actions/verbs/step-delete";
import { stepDuplicate } from "../../actions/verbs/step-duplicate";
import { stepTruth } from "../../actions/verbs/step-truth";
import { t } from "../../text";

export function StepsFields({ editor }: { editor: Editor }): JSX.Element {
  return (
    <div class="fields">
      <p class="hint">{t("panel.steps.hint")}</p>
      <div class="field-row buttons">
        <button type="button" class="button" onClick={() => stepTruth.run(editor)}>
          {t("panel.field.moment_of_truth")}
        </button>
        <button type="button" class="button" onClick={() => stepDuplicate.run(editor)}>
          {t("panel.steps.duplicate")}
        </button>
        <button type="button" class="button danger" onClick={() => stepDelete.run(editor)}>
          {t("panel.steps.delete")}
        </button>
      </div>
    </div>
  );
}
