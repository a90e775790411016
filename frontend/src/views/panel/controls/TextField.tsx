/** One line or several of typed text with its label: commits on Enter, on leaving or after a pause; Escape goes back. */
import type { JSX, TargetedInputEvent, TargetedKeyboardEvent } from "preact";
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
  readonly numeric?: boolean;
}

function Typed<V>(props: TypedProps<V>): JSX.Element {
  const id = useId();
  const draft = useDraft(props);
  const caret = useCaret(draft.text);
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
    onFocus: () => draft.focus(),
    onBlur: () => draft.blur(),
    onInput: (event: TargetedInputEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      draft.input(event.currentTarget.value),
    onKeyDown: (event: TargetedKeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
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
        <input {...control} type="text" inputMode={props.numeric === true ? "decimal" : "text"} />
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

/** Keeps the caret where it was when the text of the focused field changes from elsewhere. */
function useCaret(text: string) {
  const box = useRef<Box>(null);
  const now = box.current;
  const at = now !== null && now === document.activeElement ? [now.selectionStart, now.selectionEnd] : null;
  useLayoutEffect(() => {
    const [start = null, end = null] = at ?? [];
    if (now !== null && start !== null && end !== null && now.selectionStart !== start) {
      now.setSelectionRange(Math.min(start, text.length), Math.min(end, text.length));
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
    show={showMinutes}
    read={readMinutes}
    wrong={t("panel.wrong.duration")}
  />
);

export const LatencyField = (props: FieldProps<Amount>): JSX.Element => (
  <Typed
    placeholder={t("panel.unknown")}
    {...props}
    show={showLatency}
    read={readLatency}
    wrong={t("panel.wrong.duration")}
  />
);

export const ShareField = (props: FieldProps<Amount>): JSX.Element => (
  <Typed
    placeholder={t("panel.unknown")}
    {...props}
    numeric
    show={showShare}
    read={readShare}
    wrong={t("panel.wrong.share")}
  />
);

export const NumberField = (props: FieldProps<Amount>): JSX.Element => (
  <Typed
    placeholder={t("panel.unknown")}
    {...props}
    numeric
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
    numeric
    show={showNumber}
    read={(text) => props.read(text) ?? undefined}
    wrong={t("panel.wrong.number")}
  />
);
