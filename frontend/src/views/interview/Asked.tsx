/** The question in front of the room: where, what, why, and the ways to answer. */
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import type { Interview } from "../../actions/interview/interview";
import { noneOf, saidOf, sentenceOf, sideOf, whereOf } from "../../actions/interview/wording";
import { FORMS, NONE, optionsOf } from "../../model/interview/forms";
import type { Question } from "../../model/interview/question";
import { list, t } from "../../text";
import { kindName } from "../findings/names";
import { Choices, Typed } from "./Answers";
import type { Command } from "./keys";
import { Names } from "./Names";
import type { Answer } from "../../actions/interview/answers";

export const HEADING = "interview-question";

interface AskedProps {
  readonly editor: Editor;
  readonly interview: Interview;
  readonly question: Question;
  readonly answer: (answer: Answer) => void;
  readonly obey: (command: Command) => void;
}

export function Asked({ editor, interview, question, answer, obey }: AskedProps): JSX.Element {
  const state = editor.state.value;
  const form = FORMS[question.ask];
  const said = saidOf(state, question);
  const truth = state.step.get(question.step ?? "")?.moment_of_truth === true;
  const props = { question, heading: HEADING, answer };
  return (
    <div class="interview-asked" data-side={sideOf(state, question) ?? "sheet"} data-ask={question.ask}>
      <p class="interview-where">
        {truth && <span class="interview-truth" aria-hidden="true" />}
        {whereOf(state, question).join(" · ")}
        {truth && <span class="visually-hidden"> · {t("findings.truth")}</span>}
      </p>
      <h3 class="interview-ask" id={HEADING}>
        {unbroken(sentenceOf(state, question))}
      </h3>
      {said !== "" && <p class="interview-said">{t("interview.now", { said })}</p>}
      {form.kind === "choice" ? (
        <Choices {...props} values={form.values} />
      ) : form.kind === "names" || form.kind === "steps" ? (
        <Names key={question.key} {...props} options={optionsOf(state, question)} />
      ) : (
        <Typed key={question.key} {...props} kind={form.kind} />
      )}
      <div class="interview-ways" role="group" aria-label={t("interview.name")}>
        {NONE.has(question.ask) && <Way keys="0" label={noneOf(question)} run={() => obey({ do: "none" })} />}
        <Way keys="?" label={t("interview.unknown")} run={() => obey({ do: "unknown" })} />
        <Way keys="⏎" label={t("interview.pass")} run={() => obey({ do: "pass" })} />
        {interview.trail.length > 0 && (
          <Way keys="⌫" label={t("interview.back")} run={() => obey({ do: "back" })} />
        )}
      </div>
      <p class="interview-why">{whyOf(question)}</p>
    </div>
  );
}

/** "est-ce" stays on one line. */
const unbroken = (sentence: string): string => sentence.replace(/(\p{L})-(\p{L})/gu, "$1\u2060-\u2060$2");

function Way({ keys, label, run }: { keys: string; label: string; run: () => void }): JSX.Element {
  return (
    <button type="button" class="button interview-way" onClick={run}>
      <kbd aria-hidden="true">{keys}</kbd>
      {label}
    </button>
  );
}

/** The kinds of friction that wait for the answer; those first that it alone lets judge. */
function whyOf({ waiting }: Question): string {
  const sure = waiting.filter((one) => one.sure);
  const kinds = (sure.length > 0 ? sure : waiting).map(({ detector }) =>
    detector === "price" ? t("interview.price") : kindName(detector).toLocaleLowerCase(),
  );
  if (kinds.length === 0) return "";
  return t(sure.length > 0 ? "interview.why" : "interview.why.part", { kinds: list(kinds) });
}
