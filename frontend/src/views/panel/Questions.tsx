/** The four questions of an employee's moment, asked in words: what was answered stands out, what was not stays quiet. */
import type { ComponentChildren, JSX } from "preact";
import { useId } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import type { Exchange, State, Step } from "../../model/records";
import { t } from "../../text";
import { Choices } from "./controls/Choices";
import { showMinutes } from "./controls/reading";
import { TextField } from "./controls/TextField";
import { ArrivalField, NeedFields } from "./ExchangeFields";
import { AddExchange } from "./Exchanges";
import { fieldsOf } from "./fields";
import { titleOf } from "./records";
import { choices, word } from "./words";

interface QuestionsProps {
  readonly editor: Editor;
  readonly step: Step;
  readonly exchanges: readonly Exchange[];
}

export function Questions({ editor, step, exchanges }: QuestionsProps): JSX.Element {
  const state = editor.state.value;
  const needs = exchanges.filter(({ how }) => how === "needs");
  return (
    <section class="questions">
      <h3 class="field-label">{t("panel.section.questions")}</h3>
      <Question
        name={t("panel.question.information")}
        answered={needs.length > 0}
        bad={needs.some((need) => fails(state, need))}
      >
        <div data-rows>
          {needs.map((need) => (
            <Need key={need.id} editor={editor} need={need} />
          ))}
          <AddExchange editor={editor} step={step} how="needs" />
        </div>
      </Question>
      <Question
        name={t("panel.question.format")}
        answered={needs.some((need) => need.as !== "")}
        bad={needs.some((need) => need.state === "wrong-format")}
      >
        {needs.length === 0 && <p class="hint">{t("panel.question.format.first")}</p>}
        {needs.map((need) => (
          <Form key={need.id} editor={editor} need={need} alone={needs.length === 1} />
        ))}
      </Question>
      <Autonomy editor={editor} step={step} />
      <Recovery editor={editor} step={step} />
    </section>
  );
}

/** One need: what is needed, how it arrives as answers, and the rest folded away. */
function Need({ editor, need }: { editor: Editor; need: Exchange }): JSX.Element {
  const state = editor.state.value;
  const title = titleOf(state, "information", need.information);
  const old = tooOld(state, need);
  const age = state.information.get(need.information)?.delay_min ?? null;
  return (
    <div class="need" data-row>
      <details class="need-more">
        <summary>
          <span class="need-title">{title}</span>
          {old && <span class="item-detail"> · {t("panel.need.old", { age: showMinutes(age) })}</span>}
        </summary>
        <div class="need-fields">
          <NeedFields editor={editor} exchange={need} />
        </div>
      </details>
      <ArrivalField editor={editor} exchange={need} quiet />
    </div>
  );
}

function Form(props: { editor: Editor; need: Exchange; alone: boolean }): JSX.Element {
  const { editor, need, alone } = props;
  const information = titleOf(editor.state.value, "information", need.information);
  return (
    <TextField
      {...fieldsOf(editor, "exchange", need)("as", t("panel.field.as.of", { information }))}
      quiet={alone}
      className="answer-text"
      lines="many"
      placeholder={t("panel.as.hint")}
    />
  );
}

/** What is at stake is asked once it was said who decides. */
function Autonomy({ editor, step }: { editor: Editor; step: Step }): JSX.Element {
  const field = fieldsOf(editor, "step", step);
  const [decides, stakes] = [
    field("decides", t("panel.field.decides")),
    field("stakes", t("panel.field.stakes")),
  ];
  return (
    <Question
      name={t("panel.question.autonomy")}
      answered={step.decides !== null || step.stakes !== null}
      bad={step.decides === "asks" && step.stakes === "minor"}
      said={autonomySaid(step)}
    >
      <Choices
        {...decides}
        quiet
        className="answers"
        choices={choices("decides")}
        forget={() => decides.commit(null)}
      />
      {(step.decides !== null || step.stakes !== null) && (
        <Choices
          {...stakes}
          className="answers then"
          choices={choices("stakes")}
          forget={() => stakes.commit(null)}
        />
      )}
    </Question>
  );
}

function Recovery({ editor, step }: { editor: Editor; step: Step }): JSX.Element {
  const recovery = fieldsOf(editor, "step", step)("recovery", t("panel.field.recovery"));
  return (
    <Question
      name={t("panel.question.recovery")}
      answered={step.recovery !== null}
      bad={step.recovery === "none"}
    >
      <Choices
        {...recovery}
        quiet
        className="answers"
        choices={choices("recovery")}
        forget={() => recovery.commit(null)}
      />
    </Question>
  );
}

interface QuestionProps {
  readonly name: string;
  readonly answered: boolean;
  /** The answer is one that hurts. */
  readonly bad: boolean;
  /** The answer in words, where its choices do not say it by themselves. */
  readonly said?: string;
  readonly children: ComponentChildren;
}

function Question({ name, answered, bad, said = "", children }: QuestionProps): JSX.Element {
  const id = useId();
  return (
    <section class={`question ${bad ? "is-bad" : answered ? "is-answered" : "is-open"}`} aria-labelledby={id}>
      <h4 class="question-name" id={id}>
        {name}
        {!answered && <span class="visually-hidden"> {t("panel.question.open")}</span>}
      </h4>
      {said !== "" && <p class="visually-hidden">{said}</p>}
      {children}
    </section>
  );
}

const tooOld = (state: State, need: Exchange): boolean => {
  const delay = state.information.get(need.information)?.delay_min ?? null;
  return delay !== null && need.within_min !== null && need.within_min < delay;
};
const fails = (state: State, need: Exchange): boolean =>
  (need.state !== null && need.state !== "ok") || tooOld(state, need);

function autonomySaid(step: Step): string {
  const said = [
    step.decides === null ? "" : word("decides", step.decides),
    step.stakes === null ? "" : t("panel.stakes.said", { stakes: word("stakes", step.stakes) }),
  ].filter((part) => part !== "");
  return said.join(" · ");
}
