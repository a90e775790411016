/** A name as an answer: what exists stands below the field, one digit away; typing narrows it, or makes a new one. */
import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { hintOf } from "../../actions/interview/wording";
import { FORMS, type Option } from "../../model/interview/forms";
import { t } from "../../text";
import { fold } from "../panel/controls/reading";
import type { AnswerProps } from "./Answers";
import { digitOf } from "./keys";
import { answerOf, lastPart, matching, readNames } from "./reading";

/** As many as there are digits. */
const SHOWN = 9;

export function Names(props: AnswerProps & { readonly options: readonly Option[] }): JSX.Element {
  const { question, options, heading } = props;
  const form = FORMS[question.ask];
  const several = (form.kind === "names" || form.kind === "steps") && form.several;
  const id = useId();
  const [text, setText] = useState("");
  const [moved, setMoved] = useState<number | null>(null);
  const [wrong, setWrong] = useState(false);
  const part = lastPart(text, several);
  const shown = matching(options, part).slice(0, SHOWN);
  const begins = part.trim() === "" ? -1 : shown.findIndex(({ title }) => fold(title).startsWith(fold(part)));
  const active = moved ?? begins;
  const makes = form.kind === "names" && part.trim() !== "" && active < 0;

  const whole = (option: Option): string => text.slice(0, text.length - part.length) + option.title;
  const send = (typed: string): void => {
    const read = answerOf(question, readNames(typed, options, several));
    if (read === null) setWrong(true);
    else props.answer(read);
  };
  const change = (next: string): void => {
    setText(next);
    setMoved(null);
    setWrong(false);
  };
  const take = (option: Option, more: boolean): void => {
    if (more && several) change(`${whole(option)}, `);
    else send(whole(option));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const digit = event.ctrlKey || event.metaKey ? Number.NaN : digitOf(event, !event.altKey);
    const picked = shown[digit - 1];
    if (picked !== undefined && (part === "" || event.altKey)) {
      event.preventDefault();
      event.stopPropagation();
      take(picked, event.altKey);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (shown.length === 0) return;
      event.preventDefault();
      const by = event.key === "ArrowDown" ? 1 : -1;
      setMoved(active < 0 && by < 0 ? shown.length - 1 : (active + by + shown.length) % shown.length);
    } else if (event.key === "Enter" && (text.trim() !== "" || active >= 0)) {
      event.preventDefault();
      event.stopPropagation();
      const marked = shown[active];
      if (marked === undefined) send(text);
      else take(marked, false);
    }
  };

  return (
    <div class="interview-typed">
      <div class="interview-line">
        <input
          class="interview-field"
          type="text"
          role="combobox"
          autocomplete="off"
          enterkeyhint="next"
          aria-labelledby={heading}
          aria-describedby={`${id}-hint`}
          aria-autocomplete="list"
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          aria-invalid={wrong}
          data-answer
          value={text}
          onInput={(event) => change(event.currentTarget.value)}
          onKeyDown={onKeyDown}
        />
        <button
          type="button"
          class="button primary interview-send"
          onClick={() => {
            const marked = shown[active];
            if (marked !== undefined) take(marked, false);
            else if (text.trim() !== "") send(text);
          }}
        >
          {makes ? t("interview.make", { title: part.trim() }) : t("interview.answer")}
        </button>
      </div>
      <p class="interview-hint" id={`${id}-hint`} role={wrong ? "alert" : undefined}>
        {wrong ? t("interview.wrong.step") : hintOf(question)}
      </p>
      <div
        class="interview-choices names"
        role="listbox"
        id={`${id}-list`}
        aria-label={t("interview.options")}
        hidden={shown.length === 0}
      >
        {shown.map((option, at) => (
          <div
            key={option.id}
            id={`${id}-${at}`}
            role="option"
            class="interview-choice"
            aria-selected={at === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={(event) => take(option, event.ctrlKey || event.metaKey || event.shiftKey)}
          >
            <kbd aria-hidden="true">{at + 1}</kbd>
            <span>{option.title}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
