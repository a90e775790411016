/** Writes a note: its kind as chips, its words, its images. Ctrl+Enter or the button makes the change. */
import type { ComponentChildren, JSX, TargetedKeyboardEvent } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import type { NoteText } from "../../actions/verbs/note-add";
import { t } from "../../text";
import { addFiles, draftOf, filesOf, forgetDraft, KINDS, type Begin, type Draft } from "./drafts";
import { Pictures } from "./Pictures";
import { sendOf } from "./sending";

interface Props {
  readonly editor: Editor;
  /** Where what is typed is kept meanwhile. */
  readonly draft: string;
  readonly begin?: Begin;
  /** What the button says. */
  readonly label: string;
  readonly commit: (note: NoteText) => void;
  readonly cancel?: () => void;
  /** Whether the field takes the focus when it comes. */
  readonly focus?: boolean;
  readonly children?: ComponentChildren;
}

export function NoteForm(props: Props): JSX.Element {
  const { editor, label, commit, cancel, children } = props;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [over, setOver] = useState(false);
  const [empty, setEmpty] = useState(false);
  const draft = draftOf(editor, props.draft, props.begin);
  const { kind, text, pictures } = draft;
  const send = sendOf(editor);
  useLayoutEffect(() => {
    if (props.focus === true) field.current?.focus();
  }, []);

  const done = (): void => {
    const waits = pictures.value.some((one) => one.id === null && one.problem === null);
    const images = pictures.value.flatMap((one) => one.id ?? []);
    if (waits) {
      editor.session.announce(t("reviews.note.wait"));
      return;
    }
    if (text.value.trim() === "" && images.length === 0) {
      setEmpty(true);
      field.current?.focus();
      return;
    }
    setEmpty(false);
    const note = { kind: kind.value, text: text.value.trim(), images };
    forgetDraft(editor, props.draft);
    commit(note);
    field.current?.focus();
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLFormElement>): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      event.preventDefault();
      done();
    } else if (event.key === "Escape" && cancel !== undefined) {
      event.stopPropagation();
      forgetDraft(editor, props.draft);
      cancel();
    }
  };
  return (
    <form
      class={`note-form ${over ? "is-over" : ""}`}
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
      onKeyDown={onKeyDown}
      onDragOver={(event) => {
        if (event.dataTransfer?.types.includes("Files") !== true) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        addFiles(draft, filesOf(event.dataTransfer), send);
      }}
      onPaste={(event) => {
        const files = filesOf(event.clipboardData);
        if (files.length === 0) return;
        event.preventDefault();
        addFiles(draft, files, send);
      }}
    >
      {children}
      <Kinds draft={draft} />
      <label class="visually-hidden" for={id}>
        {t("reviews.note.text")}
      </label>
      <div class={`note-field kind-${kind.value}`}>
        {kind.value === "how-might-we" && (
          <span class="note-prefix" aria-hidden="true">
            {t("reviews.prefix")}
          </span>
        )}
        <textarea
          ref={field}
          id={id}
          class="field-input"
          rows={2}
          data-note-field
          placeholder={t(`reviews.hint.${kind.value}`)}
          aria-invalid={empty}
          aria-describedby={empty ? `${id}-empty` : undefined}
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value;
            setEmpty(false);
          }}
        />
      </div>
      {empty && (
        <p class="field-problem" id={`${id}-empty`} role="alert">
          {t("reviews.note.empty")}
        </p>
      )}
      <div class="note-do">
        <Pictures draft={draft} send={send} />
        {cancel !== undefined && (
          <button
            type="button"
            class="button small"
            onClick={() => {
              forgetDraft(editor, props.draft);
              cancel();
            }}
          >
            {t("reviews.note.cancel")}
          </button>
        )}
        <button type="submit" class="button small primary">
          {label}
        </button>
      </div>
      {over && (
        <p class="note-drop" aria-hidden="true">
          {t("reviews.image.drop")}
        </p>
      )}
    </form>
  );
}

function Kinds({ draft }: { draft: Draft }): JSX.Element {
  const name = useId();
  return (
    <fieldset class="note-kinds">
      <legend class="visually-hidden">{t("reviews.note.kind")}</legend>
      {KINDS.map((kind) => (
        <label key={kind} class="choice">
          <input
            type="radio"
            name={name}
            class="choice-radio"
            checked={draft.kind.value === kind}
            onChange={() => (draft.kind.value = kind)}
          />
          <span class={`choice-face note-kind kind-${kind}`}>{t(`reviews.kind.${kind}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
