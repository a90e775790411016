/** The steps that differ between two blueprints, and in what. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import type { StepChange } from "../../sync/diagnosis";
import { duration, isKey, number, t } from "../../text";
import { titleById } from "../findings/names";

export function CompareSteps({
  editor,
  steps,
}: {
  editor: Editor;
  steps: readonly StepChange[];
}): JSX.Element {
  const said = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === "") return t("panel.unknown");
    if (typeof value === "number") return field.endsWith("_min") ? duration(value) : number(value);
    if (typeof value === "boolean") return t(value ? "findings.yes" : "findings.no");
    if (typeof value === "string") return titleById(editor.state.value, value) ?? value;
    if (Array.isArray(value)) return value.map((one) => said(field, one)).join(", ") || t("panel.none");
    return Object.values(value)
      .filter((one) => typeof one === "string" || typeof one === "number")
      .map((one) => said(field, one))
      .join(" · ");
  };
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
                  <div key={field}>
                    <dt>{fieldTitle(field)}</dt>
                    <dd>
                      {said(field, before)}{" "}
                      <span role="img" aria-label={t("diagnosis.becomes")}>
                        →
                      </span>{" "}
                      <b>{said(field, after)}</b>
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const FIELDS: Readonly<Record<string, string>> = {
  work_min: "panel.field.work",
  wait_min: "panel.field.wait",
  information: "panel.field.exchanges",
};
function fieldTitle(field: string): string {
  const key = FIELDS[field] ?? `panel.field.${field}`;
  return isKey(key) ? t(key) : field;
}
