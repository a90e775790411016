/** Figures before and after, side by side: lead time, the customer's wait and work, employee work, cost a month. */
import type { JSX } from "preact";
import type { Figures as State } from "../../sync/diagnosis";
import { total } from "../../sync/prices";
import { duration, money, NBSP, number, t, type Key } from "../../text";

export interface Figure {
  readonly key: "lead" | "wait" | "work" | "employee" | "cost";
  readonly before: number | null;
  readonly after: number | null;
  /** null: minutes. */
  readonly currency: string | null;
}

export function figuresOf(before: State, after: State): readonly Figure[] {
  const [a, b] = [before.flow, after.flow];
  return [
    { key: "lead", before: a.lead_min, after: b.lead_min, currency: null },
    {
      key: "wait",
      before: total(a.customer_wait_min),
      after: total(b.customer_wait_min),
      currency: null,
    },
    { key: "work", before: a.customer_work_min, after: b.customer_work_min, currency: null },
    { key: "employee", before: total(a.employee_min), after: total(b.employee_min), currency: null },
    { key: "cost", before: before.month, after: after.month, currency: before.currency },
  ];
}

export const figureName = (key: Figure["key"]): string => t(`diagnosis.figure.${key}` satisfies Key);

export const shownFigure = (value: number | null, currency: string | null): string => {
  if (value === null) return t("panel.unknown");
  if (currency !== null) return money(value, currency);
  // One digit more than elsewhere: what is subtracted must add up for who looks.
  return value < 120 ? `${number(Math.max(0, value), 1)}${NBSP}min` : duration(value);
};

/** "−5 min", "+2 min", "=": what is less is better for every figure here. */
export function shownDelta({ before, after, currency }: Omit<Figure, "key">): string {
  if (before === null || after === null) return "";
  const by = after - before;
  const size = shownFigure(Math.abs(by), currency);
  if (size === shownFigure(0, currency)) return "=";
  return (by < 0 ? "\u2212" : "+") + size;
}

/** "better", "worse" or "same", for a mark beside the figure. */
export function trend(figure: Omit<Figure, "key">): "better" | "worse" | "same" {
  const delta = shownDelta(figure);
  if (delta === "" || delta === "=") return "same";
  return delta.startsWith("+") ? "worse" : "better";
}

export interface FigureRow extends Omit<Figure, "key"> {
  readonly name: string;
}

/** A table with a row for each figure. */
export function FigureTable({ rows, caption }: { rows: readonly FigureRow[]; caption: string }): JSX.Element {
  return (
    <table class="figures">
      <caption class="visually-hidden">{caption}</caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">{t("diagnosis.figure")}</th>
          <th scope="col">{t("diagnosis.before")}</th>
          <th scope="col">{t("diagnosis.after")}</th>
          <th scope="col">{t("diagnosis.delta")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">{row.name}</th>
            <td>{shownFigure(row.before, row.currency)}</td>
            <td class="after">{shownFigure(row.after, row.currency)}</td>
            <td class={`delta ${trend(row)}`}>{shownDelta(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
