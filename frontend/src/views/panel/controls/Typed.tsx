/** What all typed fields share: a text with its label that commits on Enter, on leaving or after a pause; Escape goes back. */
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

export interface TypedProps<V> extends FieldProps<V> {
  show(value: V): string;
  read(text: string): V | undefined;
  /** Said when the text can't be read. */
  readonly wrong: string;
  /** Says beside what is being typed how it is read, where that is not what it looks like anyway. */
  readonly echo?: boolean;
  /** "wrap": as high as what it holds, Enter commits. "many": Enter makes a new line, Ctrl+Enter commits. */
  readonly lines?: "one" | "wrap" | "many";
  /** Holds a value rather than a text: entered whole selected, so that what is typed replaces it. */
  readonly amount?: boolean;
}

export function Typed<V>(props: TypedProps<V>): JSX.Element {
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
      {props.echo === true && <Understood text={understood(props, draft.dirty ? draft.text : null)} />}
      {draft.problem && (
        <p class="field-problem" id={`${id}-problem`} role="alert">
          {props.wrong}
        </p>
      )}
    </div>
  );
}

/** Stands there empty, so that a screen reader hears it fill; the eye sees it only then. */
const Understood = ({ text }: { text: string }): JSX.Element => (
  <p class="field-understood" role="status">
    {text}
  </p>
);

/** "compris : 1 h 30" while "90" or "1:30" is being typed; nothing once it is known, or for what can't be read yet. */
function understood<V>(props: TypedProps<V>, typed: string | null): string {
  const value = typed === null ? undefined : props.read(typed);
  if (value === undefined || typed === null) return "";
  const said = props.show(value);
  const plain = (text: string): string => text.replace(/[\s\u00a0\u202f]/g, "").toLowerCase();
  return said === "" || plain(said) === plain(typed) ? "" : t("panel.understood", { value: said });
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
