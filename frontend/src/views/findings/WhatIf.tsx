/** "What if it were gone?": the figures before and after, for one finding in the panel, for a choice below the sheet. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import { findingChoose } from "../../actions/verbs/finding-choose";
import { targetMake } from "../../actions/verbs/target-make";
import type { WhatIf as Answer } from "../../sync/diagnosis";
import { list, money, t } from "../../text";
import { FigureTable, figureName, figuresOf, shownDelta, shownFigure, trend } from "./Figures";
import { kindName, WHAT_IF } from "./names";
import { useWhatIf, type Asked } from "./whatif";

export function WhatIfOne({ editor, fingerprint }: { editor: Editor; fingerprint: string }): JSX.Element {
  const asked = useWhatIf(editor, [fingerprint]);
  const { answer } = asked;
  const { findings } = editor.findings.value;
  const others = findings.filter((one) => answer?.gone.includes(one.fingerprint) === true);
  const numbers = others
    .filter((one) => one.fingerprint !== fingerprint)
    .map(({ number, detector }) => t("findings.numbered", { number, kind: kindName(detector) }));
  const chosen = editor.session.chosen.value;
  return (
    <section class="what-if" aria-labelledby={WHAT_IF}>
      <h3 id={WHAT_IF} tabIndex={-1}>
        {t("diagnosis.whatif.one")}
      </h3>
      <div role="status">
        {answer === null ? (
          <Waiting asked={asked} />
        ) : (
          <>
            <FigureTable
              caption={t("diagnosis.whatif.one")}
              rows={figuresOf(answer.before, answer.after).map((one) => ({
                ...one,
                name: figureName(one.key),
              }))}
            />
            <Saved answer={answer} />
            {answer.fresh.length > 0 && (
              <p class="hint">{t("diagnosis.whatif.fresh", { n: answer.fresh.length })}</p>
            )}
            {numbers.length > 0 && (
              <p class="hint">{t("diagnosis.whatif.gone", { numbers: list(numbers) })}</p>
            )}
          </>
        )}
      </div>
      <div class="what-if-do">
        <label class="check">
          <input
            type="checkbox"
            checked={chosen.has(fingerprint)}
            onChange={() => findingChoose.run(editor, fingerprint)}
          />
          <span>{t("diagnosis.choose")}</span>
        </label>
      </div>
    </section>
  );
}

/** What the chosen findings cost together, and the way to the target. Nothing while none is chosen. */
export function Basket({ editor }: { editor: Editor }): JSX.Element | null {
  const { session } = editor;
  const chosen = [...session.chosen.value];
  const asked = useWhatIf(editor, chosen);
  if (chosen.length === 0) return null;
  const { answer } = asked;
  return (
    <div class="basket" role="group" aria-label={t("diagnosis.basket")}>
      <p class="basket-count">{t("diagnosis.basket.count", { n: chosen.length })}</p>
      <div class="basket-answer" role="status">
        {answer === null ? <Waiting asked={asked} /> : <BasketFigures answer={answer} />}
      </div>
      <button type="button" class="text-button" onClick={() => (session.chosen.value = new Set())}>
        {t("diagnosis.basket.empty")}
      </button>
      <button type="button" class="button primary small" onClick={() => void targetMake.run(editor)}>
        {t("diagnosis.target")}
      </button>
    </div>
  );
}

/** The cost that goes, with its span and what it rests on. */
function Saved({ answer: { saved } }: { answer: Answer }): JSX.Element | null {
  if (saved?.per_month == null) return null;
  const { low, base, high } = saved.per_month;
  const [least, amount, most] = [low, base, high].map((one) => money(one, saved.currency)) as [
    string,
    string,
    string,
  ];
  return (
    <p class="hint">
      {t("diagnosis.whatif.saved", { amount: t("diagnosis.month", { amount }) })}
      {low < high && ` ${t("diagnosis.inaction.span", { low: least, high: most })}`}
      {`, ${t(`findings.rests.${saved.rests_on}`)}`}
    </p>
  );
}

const BasketFigures = ({ answer }: { answer: Answer }): JSX.Element => (
  <dl class="basket-figures">
    {figuresOf(answer.before, answer.after)
      .filter((one) => trend(one) !== "same" || one.key === "lead")
      .map((one) => (
        <div key={one.key}>
          <dt>{figureName(one.key)}</dt>
          <dd>
            {shownFigure(one.before, one.currency)} <span aria-hidden="true">→</span>{" "}
            <span class="visually-hidden">{t("diagnosis.becomes")} </span>
            <b>{shownFigure(one.after, one.currency)}</b>{" "}
            <span class={`delta ${trend(one)}`}>{shownDelta(one)}</span>
          </dd>
        </div>
      ))}
  </dl>
);

function Waiting({ asked }: { asked: Asked }): JSX.Element {
  if (!asked.failed) return <p class="hint">{t("diagnosis.whatif.waiting")}</p>;
  return (
    <p class="hint">
      {t("diagnosis.failed")}{" "}
      <button type="button" class="text-button" onClick={asked.again}>
        {t("shell.retry")}
      </button>
    </p>
  );
}
