/** Flow before and after: lead time, the customer's wait and work, the work of each actor. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import { total, type Flow } from "../../sync/prices";
import { t } from "../../text";
import { FigureTable, figureName, type FigureRow } from "../findings/Figures";
import { titleById } from "../findings/names";

interface CompareFlowProps {
  readonly editor: Editor;
  readonly before: Flow;
  readonly after: Flow;
}

export function CompareFlow({ editor, before, after }: CompareFlowProps): JSX.Element {
  const state = editor.state.value;
  const row = (name: string, a: number, b: number): FigureRow => ({
    name,
    before: a,
    after: b,
    currency: null,
  });
  const of = (by: "customer_wait_min" | "employee_min"): FigureRow[] =>
    [...new Set([...Object.keys(before[by]), ...Object.keys(after[by])])]
      .map((id) => row(titleById(state, id) ?? id, before[by][id] ?? 0, after[by][id] ?? 0))
      .filter((one) => (one.before ?? 0) > 0 || (one.after ?? 0) > 0);
  const overall = [
    row(figureName("lead"), before.lead_min, after.lead_min),
    row(figureName("wait"), total(before.customer_wait_min), total(after.customer_wait_min)),
    row(figureName("work"), before.customer_work_min, after.customer_work_min),
    row(figureName("employee"), total(before.employee_min), total(after.employee_min)),
  ];
  return (
    <div class="compare-flow">
      <section>
        <h3>{t("compare.case")}</h3>
        <FigureTable caption={t("compare.case")} rows={overall} />
      </section>
      <section>
        <h3>{t("compare.actors")}</h3>
        <FigureTable caption={t("compare.actors")} rows={of("employee_min")} />
      </section>
      <section>
        <h3>{t("compare.waits")}</h3>
        <FigureTable caption={t("compare.waits")} rows={of("customer_wait_min")} />
      </section>
    </div>
  );
}
