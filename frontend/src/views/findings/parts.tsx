/** Pieces of a finding that list and panel share: its flag, the steps concerned, the ways out. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import { halfOf } from "../../model/sheet";
import type { Finding } from "../../sync/friction";
import { minutes, t } from "../../text";
import { goTo } from "../panel/goto";
import { Evidence } from "./Evidence";

/** The yellow diamond with the finding's number. */
export const Flag = ({ number }: { number: number }): JSX.Element => (
  <span class="finding-flag" aria-hidden="true">
    <span>{number}</span>
  </span>
);

/** The steps concerned; each leads to its card. */
export function Concerned({
  editor,
  steps,
}: {
  editor: Editor;
  steps: readonly string[];
}): JSX.Element | null {
  const { step, lane } = editor.state.value;
  const known = steps.map((id) => step.get(id)).filter((one) => one !== undefined);
  if (known.length === 0) return null;
  return (
    <ul class="concerned" aria-label={t("findings.concerned")}>
      {known.map((one) => {
        const kind = lane.get(one.lane)?.kind;
        return (
          <li key={one.id}>
            <button
              type="button"
              class={`step-chip ${kind === undefined ? "" : halfOf(kind)}`}
              onClick={() => goTo(editor, { type: "step", id: one.id })}
            >
              {one.moment_of_truth && (
                <>
                  <span aria-hidden="true">★{"\u00a0"}</span>
                  <span class="visually-hidden">{t("findings.truth")} </span>
                </>
              )}
              {one.title}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Whom it touches and what that rests on: "touche « Paie » · moment de vérité · supposé". */
export function Reach({ editor, finding }: { editor: Editor; finding: Finding }): JSX.Element {
  const { step } = editor.state.value;
  const others = finding.touches.filter((id) => !finding.steps.includes(id) && step.has(id));
  const { customer_min: customer, employee_min: employee } = finding;
  const prices = [
    customer !== null && customer > 0 && t("findings.price.customer", { minutes: minutes(customer) }),
    employee !== null && employee > 0 && t("findings.price.employee", { minutes: minutes(employee) }),
  ].filter((price) => price !== false);
  return (
    <p class="reach">
      {prices.length > 0 && (
        <span class="price">
          {prices.join(" · ")} {t("findings.price.case")}
        </span>
      )}
      {finding.touches.length > 0 && (
        <span>{t("findings.touches", { n: others.length || finding.touches.length })} </span>
      )}
      {finding.moments_of_truth.length > 0 && (
        <strong>
          <span aria-hidden="true">★ </span>
          {t("findings.truth")}
        </strong>
      )}
      <em>{t(`findings.rests.${finding.rests_on}`)}</em>
    </p>
  );
}

interface FixText {
  readonly title: string;
  readonly sentence: string;
  readonly source: string;
}
/** The ways out, as far as this page understands them. */
export const fixesOf = (finding: Finding): readonly FixText[] =>
  finding.fixes.map((fix) => ({
    title: text(fix["title"]),
    sentence: text(fix["sentence"]),
    source: text(fix["source"]),
  }));
const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Everything that stands behind the sentence: values, whom it touches, ways out with their source. */
export function Detail(props: { editor: Editor; finding: Finding; heading: "h3" | "h4" }): JSX.Element {
  const { editor, finding, heading: Heading } = props;
  const state = editor.state.value;
  const fixes = fixesOf(finding);
  const others = finding.touches.filter((id) => !finding.steps.includes(id));
  const sources = [...new Set(fixes.map(({ source }) => source))].filter((source) => source !== "");
  return (
    <div class="finding-detail">
      <section>
        <Heading>{t("findings.evidence")}</Heading>
        <Evidence state={state} evidence={finding.evidence} />
      </section>
      {others.length > 0 && (
        <section>
          <Heading>{t("findings.touched")}</Heading>
          <Concerned editor={editor} steps={others} />
        </section>
      )}
      {fixes.length > 0 && (
        <section>
          <Heading>{t("findings.fixes")}</Heading>
          <ul class="fixes">
            {fixes.map(({ title, sentence }) => (
              <li key={title}>
                <b>{title}</b> {sentence}
              </li>
            ))}
          </ul>
          {sources.map((source) => (
            <p key={source} class="source">
              {t("findings.source", { source })}
            </p>
          ))}
        </section>
      )}
    </div>
  );
}
