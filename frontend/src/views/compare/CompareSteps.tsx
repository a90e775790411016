/** The steps that differ between two blueprints, and in what. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import type { StepChange } from "../../sync/diagnosis";
import { t } from "../../text";
import { fieldTitle, told } from "./fields";

interface CompareStepsProps {
  readonly editor: Editor;
  readonly steps: readonly StepChange[];
}

export function CompareSteps({ editor, steps }: CompareStepsProps): JSX.Element {
  return (
    <section class="compare-steps" aria-labelledby="compare-steps">
      <h3 id="compare-steps">{t("compare.steps", { n: steps.length })}</h3>
      <ul>
        {steps.map(({ step, title, change, fields }) => (
          <li key={step}>
            <b>{title}</b> <span class={`step-change ${change}`}>{t(`compare.step.${change}`)}</span>
            {Object.keys(fields).length > 0 && (
              <dl>
                {Object.entries(fields).map(([field, { before, after }]) => (
                  <Field key={field} editor={editor} field={field} before={before} after={after} />
                ))}
              </dl>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface FieldProps {
  readonly editor: Editor;
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** One value by another; of lists, what left and what came. */
function Field({ editor, field, before, after }: FieldProps): JSX.Element {
  const state = editor.state.value;
  const isList = Array.isArray(before) || Array.isArray(after);
  const [old, now] = [before, after].map((value) =>
    (Array.isArray(value) ? (value as readonly unknown[]) : []).map((entry) => told(state, field, entry)),
  ) as [string[], string[]];
  return (
    <div>
      <dt>{fieldTitle(field)}</dt>
      {isList ? (
        <dd>
          {old
            .filter((entry) => !now.includes(entry))
            .map((entry) => (
              <del key={entry}>{t("compare.left", { entry })}</del>
            ))}
          {now
            .filter((entry) => !old.includes(entry))
            .map((entry) => (
              <ins key={entry}>{t("compare.came", { entry })}</ins>
            ))}
        </dd>
      ) : (
        <dd>
          {told(state, field, before)}{" "}
          <span role="img" aria-label={t("diagnosis.becomes")}>
            →
          </span>{" "}
          <b>{told(state, field, after)}</b>
        </dd>
      )}
    </div>
  );
}
