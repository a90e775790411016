/** One of a few words: as buttons that are radios (each readable at a glance) or as a list to unfold. */
import type { JSX } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { t } from "../../../text";
import type { FieldProps } from "./TextField";

export interface Choice<V> {
  readonly value: V;
  readonly label: string;
  /** What stands on the button where the label is too long for it; the label is still its name. */
  readonly short?: string;
}

interface ChoiceProps<V> extends FieldProps<V> {
  readonly choices: readonly Choice<V>[];
}

interface RadioProps<V> extends ChoiceProps<V> {
  /** Takes the answer back; shown where there is one. Backspace and Delete do the same. */
  readonly forget?: (() => void) | undefined;
}

/** Milliseconds that arrows may run through radios before the one they stop on becomes a change. */
const SETTLE = 350;

/** Radios in a row. Arrow keys move through them and commit where they stop: one change, not one a step. */
export function Choices<V extends string | number | null>(props: RadioProps<V>): JSX.Element {
  const id = useId();
  const [shown, setShown] = useState<V | undefined>(undefined);
  const latest = useRef(props);
  latest.current = props;
  const waiting = useRef<{ timer?: ReturnType<typeof setTimeout>; value?: V; keys: boolean }>({
    keys: false,
  });
  const settle = (): void => {
    const { timer, value } = waiting.current;
    clearTimeout(timer);
    waiting.current = { keys: false };
    setShown(undefined);
    if (value !== undefined && value !== latest.current.value) latest.current.commit(value);
  };
  useEffect(() => settle, []);
  const choose = (value: V): void => {
    clearTimeout(waiting.current.timer);
    setShown(value);
    waiting.current = { ...waiting.current, value };
    if (waiting.current.keys) waiting.current.timer = setTimeout(settle, SETTLE);
    else settle();
  };
  const current = shown ?? props.value;
  const row = useRef<HTMLDivElement>(null);
  const forget = (): void => {
    clearTimeout(waiting.current.timer);
    waiting.current = { keys: false };
    setShown(undefined);
    props.forget?.();
    row.current?.querySelector("input")?.focus(); // the button goes with the answer
  };
  const answered = props.forget !== undefined && props.choices.some(({ value }) => value === current);
  return (
    <fieldset
      class={`form-field choices ${props.className ?? ""}`}
      data-field={props.place}
      onKeyDown={(event) => {
        waiting.current.keys = event.key.startsWith("Arrow");
        if (!answered || (event.key !== "Backspace" && event.key !== "Delete")) return;
        event.preventDefault();
        forget();
      }}
      onPointerDown={() => (waiting.current.keys = false)}
      onFocusOut={settle}
    >
      <legend class={props.quiet === true ? "visually-hidden" : "field-label"}>{props.label}</legend>
      <div class="choices-row" ref={row}>
        {props.choices.map(({ value, label, short }) => (
          <span key={value} class="choice-slot">
            <label
              class={`choice ${value === null ? "is-unknown" : ""}`}
              title={short === undefined ? undefined : label}
            >
              <input
                type="radio"
                name={id}
                class="choice-radio"
                checked={value === current}
                onChange={() => choose(value)}
              />
              <span class="choice-face">
                {short === undefined ? (
                  label
                ) : (
                  <>
                    <span aria-hidden="true">{short}</span>
                    <span class="visually-hidden">{label}</span>
                  </>
                )}
              </span>
            </label>
            {answered && value === current && <Forget question={props.label} forget={forget} />}
          </span>
        ))}
      </div>
    </fieldset>
  );
}

/** Stands beside the answer that was given. */
const Forget = ({ question, forget }: { question: string; forget: () => void }): JSX.Element => (
  <button type="button" class="choices-forget" onClick={forget} title={t("panel.forget")}>
    <span aria-hidden="true">×</span>
    <span class="visually-hidden">
      {t("panel.forget")} {question}
    </span>
  </button>
);

/** A native list to unfold, for many words or rarely changed ones. */
export function Select<V extends string | null>(props: ChoiceProps<V>): JSX.Element {
  const id = useId();
  const unset = props.value === null;
  return (
    <div class={`form-field ${props.className ?? ""}`}>
      <label for={id} class={props.quiet === true ? "visually-hidden" : "field-label"}>
        {props.label}
      </label>
      <select
        id={id}
        class={`field-input ${unset ? "is-unknown" : ""}`}
        data-field={props.place}
        value={String(props.choices.findIndex(({ value }) => value === props.value))}
        onChange={(event) => {
          const choice = props.choices[Number(event.currentTarget.value)];
          if (choice !== undefined) props.commit(choice.value);
        }}
      >
        {props.choices.map(({ value, label }, at) => (
          <option key={value} value={String(at)}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Yes or no. */
export function Check(props: FieldProps<boolean>): JSX.Element {
  return (
    <label class={`check ${props.className ?? ""}`}>
      <input
        type="checkbox"
        data-field={props.place}
        checked={props.value}
        onChange={(event) => props.commit(event.currentTarget.checked)}
      />
      <span>{props.label}</span>
    </label>
  );
}
