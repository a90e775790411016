/** One line or several of typed text with its label: commits on Enter, on leaving or after a pause; Escape goes back. */
import type {
  JSX,
  TargetedFocusEvent,
  TargetedInputEvent,
  TargetedKeyboardEvent,
  TargetedMouseEvent,
} from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../../text";
import { useDraft } from "./draft";
import {
  readLatency,
  readMinutes,
  readNumber,
  readShare,
  showLatency,
  showMinutes,
  showNumber,
  showShare,
} from "./reading";

export interface FieldProps<V> {
  readonly label: string;
  /** Address of the field for those who lead there: see `../place`. */
  readonly place: string;
  readonly value: V;
  commit(value: V): void;
  readonly placeholder?: string | undefined;
  /** Only for screen readers: what stands around says it to the eye. */
  readonly quiet?: boolean;
  readonly className?: string;
}

interface TypedProps<V> extends FieldProps<V> {
  show(value: V): string;
  read(text: string): V | undefined;
  /** Said when the text can't be read. */
  readonly wrong: string;
  /** "wrap": as high as what it holds, Enter commits. "many": Enter makes a new line, Ctrl+Enter commits. */
  readonly lines?: "one" | "wrap" | "many";
  /** Holds a value rather than a text: entered whole selected, so that what is typed replaces it. */
  readonly amount?: boolean;
}

function Typed<V>(props: TypedProps<V>): JSX.Element {
  const id = useId();
  const draft = useDraft(props);
  const caret = useCaret(draft.text);
  const entering = useRef(false);
  const control = {
    id,
    ref: caret,
    class: "field-input",
    "data-field": props.place,
    value: draft.text,
    placeholder: props.placeholder,
    "aria-invalid": draft.problem,
    "aria-describedby": draft.problem ? `${id}-problem` : undefined,
    autocomplete: "off",
    onFocus: (event: TargetedFocusEvent<Box>) => {
      draft.focus();
      entering.current = props.amount === true;
      if (entering.current) event.currentTarget.select();
    },
    onClick: (event: TargetedMouseEvent<Box>) => {
      const { selectionStart, selectionEnd } = event.currentTarget;
      if (entering.current && selectionStart === selectionEnd) event.currentTarget.select();
      entering.current = false;
    },
    onBlur: () => draft.blur(),
    onInput: (event: TargetedInputEvent<Box>) => draft.input(event.currentTarget.value),
    onKeyDown: (event: TargetedKeyboardEvent<Box>) => {
      const enter = event.key === "Enter" && !event.isComposing;
      if (enter && (props.lines !== "many" || event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        if (draft.flush() && props.lines !== "many") event.currentTarget.select();
      } else if (event.key === "Escape" && draft.revert()) {
        event.stopPropagation();
      } else if (draft.dirty && /^[zy]$/i.test(event.key) && (event.ctrlKey || event.metaKey)) {
        event.stopPropagation(); // the browser undoes what is being typed; what is committed, the page undoes
      }
    },
  };
  return (
    <div class={`form-field ${props.className ?? ""}`}>
      <label for={id} class={props.quiet === true ? "visually-hidden" : "field-label"}>
        {props.label}
      </label>
      {props.lines === "wrap" || props.lines === "many" ? (
        <textarea {...control} rows={1} />
      ) : (
        <input {...control} type="text" />
      )}
      {draft.problem && (
        <p class="field-problem" id={`${id}-problem`} role="alert">
          {props.wrong}
        </p>
      )}
    </div>
  );
}

type Box = HTMLInputElement & HTMLTextAreaElement;

/** Keeps the caret where it was, or all selected, when the text of the focused field changes from elsewhere. */
function useCaret(text: string) {
  const box = useRef<Box>(null);
  const now = box.current;
  const at =
    now === null || now !== document.activeElement
      ? null
      : { start: now.selectionStart, end: now.selectionEnd, whole: now.selectionEnd === now.value.length };
  useLayoutEffect(() => {
    if (now === null || at === null) return;
    if (at.start === 0 && at.whole && at.end > 0) now.select();
    else if (now.selectionStart !== at.start) {
      now.setSelectionRange(Math.min(at.start, text.length), Math.min(at.end, text.length));
    }
  }, [text]);
  return box;
}

const same = (text: string): string => text;

/** Any text, kept as it was typed. */
export const TextField = (props: FieldProps<string> & { readonly lines?: "many" }): JSX.Element => (
  <Typed {...props} show={same} read={same} wrong="" />
);

/** A title: never empty, and one line whatever was pasted. */
export const TitleField = (props: FieldProps<string> & { readonly lines?: "wrap" }): JSX.Element => (
  <Typed
    {...props}
    show={same}
    read={(text) => text.replace(/\s+/g, " ").trim() || undefined}
    wrong={t("panel.wrong.title")}
  />
);

type Amount = number | null;

export const DurationField = (props: FieldProps<Amount>): JSX.Element => (
  <Typed
    placeholder={t("panel.unknown")}
    {...props}
    amount
    show={showMinutes}
    read={readMinutes}
    wrong={t("panel.wrong.duration")}
  />
);

export const LatencyField = (props: FieldProps<Amount>): JSX.Element => (
  <Typed
    placeholder={t("panel.unknown")}
    {...props}
    amount
    show={showLatency}
    read={readLatency}
    wrong={t("panel.wrong.duration")}
  />
);

export const ShareField = (props: FieldProps<Amount>): JSX.Element => (
  <Typed
    placeholder={t("panel.unknown")}
    {...props}
    amount
    show={showShare}
    read={readShare}
    wrong={t("panel.wrong.share")}
  />
);

export const NumberField = (props: FieldProps<Amount>): JSX.Element => (
  <Typed
    placeholder={t("panel.unknown")}
    {...props}
    amount
    show={showNumber}
    read={readNumber}
    wrong={t("panel.wrong.number")}
  />
);

/** A number that must be known: an empty field is refused, not taken for unknown. */
export const CountField = (
  props: FieldProps<number> & { readonly read: (text: string) => number | null | undefined },
): JSX.Element => (
  <Typed
    {...props}
    amount
    show={showNumber}
    read={(text) => props.read(text) ?? undefined}
    wrong={t("panel.wrong.number")}
  />
);

/** A limit of a detector, as a number or as a part of something; empty stands for its default. */
export const LimitField = ({
  share,
  ...props
}: FieldProps<Amount> & { readonly share: boolean }): JSX.Element => (
  <Typed
    {...props}
    amount
    show={share ? showShare : showNumber}
    read={share ? readShare : readNumber}
    wrong={t(share ? "panel.wrong.share" : "panel.wrong.number")}
  />
);
