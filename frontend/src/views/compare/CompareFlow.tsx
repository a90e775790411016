/** Flow before and after: lead time, the customer's wait and work, the work of each actor. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import type { Figures } from "../../sync/diagnosis";
import { t } from "../../text";
import { FigureTable, figureName, figuresOf, type FigureRow } from "../findings/Figures";
import { titleById } from "../findings/names";

interface CompareFlowProps {
  readonly editor: Editor;
  readonly before: Figures;
  readonly after: Figures;
}

export function CompareFlow({ editor, before, after }: CompareFlowProps): JSX.Element {
  const state = editor.state.value;
  const of = (by: "customer_wait_min" | "employee_min"): FigureRow[] => {
    const [a, b] = [before.flow[by], after.flow[by]];
    return [...new Set([...Object.keys(a), ...Object.keys(b)])]
      .map((id) => ({
        name: titleById(state, id) ?? id,
        before: a[id] ?? 0,
        after: b[id] ?? 0,
        currency: null,
      }))
      .filter((row) => row.before > 0 || row.after > 0);
  };
  const overall = figuresOf(before, after).map((one) => ({ ...one, name: figureName(one.key) }));
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
