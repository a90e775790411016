/** The answers as the room sees them: a few large choices, or a field that takes a number or a few words. */
import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import type { Answer } from "../../actions/interview/answers";
import { choiceOf, hintOf } from "../../actions/interview/wording";
import type { Choice } from "../../model/interview/forms";
import type { Question } from "../../model/interview/question";
import { t } from "../../text";
import { readTyped, understood, wrongOf, type TypedForm } from "./reading";

export interface AnswerProps {
  readonly question: Question;
  /** Id of the heading that asks. */
  readonly heading: string;
  readonly answer: (answer: Answer) => void;
}

export function Choices(props: AnswerProps & { readonly values: readonly Choice[] }): JSX.Element {
  const { question, values, heading, answer } = props;
  return (
    <div class="interview-choices" role="group" aria-labelledby={heading}>
      {values.map((value, at) => (
        <button
          key={String(value)}
          type="button"
          class="interview-choice"
          aria-keyshortcuts={String(at + 1)}
          onClick={() => answer({ kind: "choice", value })}
        >
          <kbd aria-hidden="true">{at + 1}</kbd>
          <span>{choiceOf(question, value)}</span>
        </button>
      ))}
    </div>
  );
}

export function Typed(props: AnswerProps & { readonly kind: TypedForm }): JSX.Element {
  const { question, kind, heading, answer } = props;
  const id = useId();
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState(false);
  const read = text.trim() === "" ? null : readTyped(kind, text);
  const echo = read?.kind === "number" ? understood(kind, read) : "";
  const send = (): void => {
    if (read === null) setWrong(true);
    else answer(read);
  };
  return (
    <form
      class="interview-typed"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== "") send();
      }}
    >
      <div class="interview-line">
        <input
          class="interview-field"
          type="text"
          autocomplete="off"
          enterkeyhint="next"
          inputMode={kind === "count" || kind === "amount" || kind === "days" ? "decimal" : "text"}
          aria-labelledby={heading}
          aria-describedby={`${id}-hint`}
          aria-invalid={wrong}
          data-answer
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setWrong(false);
          }}
        />
        <button type="submit" class="button primary interview-send">
          {t("interview.answer")}
        </button>
      </div>
      <p class="interview-hint" id={`${id}-hint`} role={wrong ? "alert" : undefined}>
        {wrong ? wrongOf(kind) : echo !== "" && echo !== text.trim() ? `= ${echo}` : hintOf(question)}
      </p>
    </form>
  );
}
