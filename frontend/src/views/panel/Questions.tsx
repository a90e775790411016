/** The four questions of an employee's moment: each answers itself in words and unfolds to the fields behind it. */
import type { ComponentChildren, JSX } from "preact";
import type { Editor } from "../../actions/editor";
import type { Exchange, State, Step } from "../../model/records";
import { t } from "../../text";
import { Choices } from "./controls/Choices";
import { showMinutes } from "./controls/reading";
import { TextField } from "./controls/TextField";
import { AddExchange, ExchangeFields } from "./Exchanges";
import { fieldsOf } from "./fields";
import { titleOf } from "./records";
import { orUnknown, word } from "./words";

interface QuestionsProps {
  readonly editor: Editor;
  readonly step: Step;
  readonly exchanges: readonly Exchange[];
}

export function Questions({ editor, step, exchanges }: QuestionsProps): JSX.Element {
  const state = editor.state.value;
  const field = fieldsOf(editor, "step", step);
  const needs = exchanges.filter(({ how }) => how === "needs");
  const forms = needs.filter((need) => need.as !== "");
  return (
    <section class="questions">
      <h3 class="field-label">{t("panel.section.questions")}</h3>
      <Question
        name={t("panel.question.information")}
        answer={needs.map((need) => needSaid(state, need)).join(" · ")}
        bad={needs.some((need) => fails(state, need))}
      >
        {needs.map((need) => (
          <div key={need.id} class="need">
            <ExchangeFields editor={editor} exchange={need} />
          </div>
        ))}
        <AddExchange editor={editor} step={step} how="needs" />
      </Question>
      <Question
        name={t("panel.question.format")}
        answer={forms.map((need) => need.as).join(" · ")}
        bad={needs.some((need) => need.state === "wrong-format")}
      >
        {needs.length === 0 && <p class="hint">{t("panel.question.format.first")}</p>}
        {needs.map((need) => {
          const information = titleOf(state, "information", need.information);
          return (
            <TextField
              key={need.id}
              {...fieldsOf(editor, "exchange", need)("as", t("panel.field.as.of", { information }))}
              placeholder={t("panel.as.hint")}
            />
          );
        })}
      </Question>
      <Question
        name={t("panel.question.autonomy")}
        answer={autonomySaid(step)}
        bad={step.decides === "asks" && step.stakes === "minor"}
      >
        <Choices {...field("decides", t("panel.field.decides"))} choices={orUnknown("decides")} />
        <Choices {...field("stakes", t("panel.field.stakes"))} choices={orUnknown("stakes")} />
      </Question>
      <Question
        name={t("panel.question.recovery")}
        answer={step.recovery === null ? "" : word("recovery", step.recovery)}
        bad={step.recovery === "none"}
      >
        <Choices {...field("recovery", t("panel.field.recovery"))} choices={orUnknown("recovery")} />
      </Question>
    </section>
  );
}

interface QuestionProps {
  readonly name: string;
  /** Empty where nobody has said yet. */
  readonly answer: string;
  /** The answer is one that hurts. */
  readonly bad: boolean;
  readonly children: ComponentChildren;
}

function Question({ name, answer, bad, children }: QuestionProps): JSX.Element {
  return (
    <details class={`question ${bad ? "is-bad" : ""}`}>
      <summary>
        <span class="question-name">{name}</span>
        <span class={answer === "" ? "question-open" : "question-answer"}>
          {answer === "" ? t("panel.question.open") : answer}
        </span>
      </summary>
      <div class="question-fields">{children}</div>
    </details>
  );
}

const tooOld = (state: State, need: Exchange): boolean => {
  const delay = state.information.get(need.information)?.delay_min ?? null;
  return delay !== null && need.within_min !== null && need.within_min < delay;
};
const fails = (state: State, need: Exchange): boolean =>
  (need.state !== null && need.state !== "ok") || tooOld(state, need);

/** "Disponibilité en stock : en retard (12 h)". */
function needSaid(state: State, need: Exchange): string {
  const information = state.information.get(need.information);
  const title = information?.title ?? "";
  const age = information?.delay_min ?? null;
  const said =
    need.state === null
      ? tooOld(state, need)
        ? t("panel.need.old")
        : ""
      : word("exchange-state", need.state);
  if (said === "") return title;
  const delayed = age !== null && (need.state === "late" || tooOld(state, need));
  return t("panel.need.said", { title, said: delayed ? `${said} (${showMinutes(age)})` : said });
}

function autonomySaid(step: Step): string {
  const said = [
    step.decides === null ? "" : word("decides", step.decides),
    step.stakes === null ? "" : t("panel.stakes.said", { stakes: word("stakes", step.stakes) }),
  ].filter((part) => part !== "");
  return said.join(" · ");
}
