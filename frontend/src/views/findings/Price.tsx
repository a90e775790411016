/** What a finding takes: minutes per case, money and customers' hours a month, and what these figures rest on. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import { BLUEPRINT } from "../../model/records";
import type { Finding } from "../../sync/friction";
import { minutes, money, number, t, type Key } from "../../text";
import { goTo } from "../panel/goto";
import { fieldName, isPriced } from "./names";

export function Price({ editor, finding }: { editor: Editor; finding: Finding }): JSX.Element {
  const { customer_min: customer, employee_min: employee, rests_on } = finding;
  const parts: readonly (readonly [Key, number | null])[] = [
    ["findings.price.customer", customer],
    ["findings.price.employee", employee],
  ];
  const saved = parts.filter((part): part is readonly [Key, number] => part[1] !== null && part[1] >= 0.005);
  const known = isPriced(finding);
  const waiting = !known && editor.findings.value.prices?.seq !== editor.findings.value.seq;
  return (
    <p class="price">
      <span>
        {saved.length > 0
          ? `${saved.map(([key, value]) => t(key, { minutes: minutes(value) })).join(", ")} ${t("findings.price.case")}`
          : t(
              waiting
                ? "diagnosis.price.waiting"
                : known
                  ? "diagnosis.price.nothing"
                  : "diagnosis.price.none",
            )}
      </span>
      <span>
        {employee !== null && employee >= 0.005 ? (
          <Monthly editor={editor} employee={employee} />
        ) : (
          <Hours editor={editor} customer={customer ?? 0} />
        )}
        <em>{t(`findings.rests.${rests_on}`)}</em>
      </span>
    </p>
  );
}

/** Employee time in money a month; where volume or rate is unknown, the way to its field. */
function Monthly({ editor, employee }: { editor: Editor; employee: number }): JSX.Element | null {
  const blueprint = editor.state.value.blueprint.get(BLUEPRINT);
  if (blueprint === undefined) return null;
  const { cases_per_month: cases, cost_per_hour: rate, currency } = blueprint;
  if (cases === null) return <MissingField editor={editor} field="cases_per_month" />;
  if (rate === null) return <MissingField editor={editor} field="cost_per_hour" />;
  const amount = money((employee * cases * rate) / 60, currency);
  return <Figure>{t("diagnosis.month", { amount })}</Figure>;
}

/** Held together; what follows it may stand on the next line. */
const Figure = ({ children }: { children: string }): JSX.Element => (
  <>
    <b>{children}</b>{" "}
  </>
);

/** Customers' time is never priced: their hours a month. */
function Hours({ editor, customer }: { editor: Editor; customer: number }): JSX.Element | null {
  const cases = editor.state.value.blueprint.get(BLUEPRINT)?.cases_per_month;
  if (customer < 0.005 || cases === undefined) return null;
  if (cases === null) return <MissingField editor={editor} field="cases_per_month" />;
  const hours = (customer * cases) / 60;
  return <Figure>{t("diagnosis.hours.month", { hours: number(hours, hours < 10 ? 1 : 0) })}</Figure>;
}

/** Names a field of the blueprint that is not known, and leads to it. */
export function MissingField({ editor, field }: { editor: Editor; field: string }): JSX.Element {
  return (
    <button
      type="button"
      class="text-button missing"
      onClick={() => goTo(editor, { type: "blueprint", id: BLUEPRINT, field })}
    >
      {t("diagnosis.missing", { field: fieldName("blueprint", field) })}
    </button>
  );
}
