/** A note: its kind, its words, its images, who said it and when. One's own can be written anew and taken away. */
import type { JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { noteEdit } from "../../actions/verbs/note-edit";
import { noteRemove } from "../../actions/verbs/note-remove";
import type { Note } from "../../model/records";
import { attachmentUrl } from "../../sync/attachments";
import { instant, t } from "../../text";
import { kept } from "./drafts";
import { NoteForm } from "./NoteForm";
import { isMine, nameOf, saidOf } from "./said";

export function NoteItem({ editor, note }: { editor: Editor; note: Note }): JSX.Element {
  const [editing, setEditing] = useState(false);
  const item = useRef<HTMLLIElement>(null);
  const was = useRef(false);
  useLayoutEffect(() => {
    // Back from the form, the focus is where it was.
    if (was.current && !editing) item.current?.querySelector<HTMLElement>(".note-edit")?.focus();
    was.current = editing;
  }, [editing]);
  const { config } = editor;
  const said = saidOf(note);
  if (editing) {
    return (
      <li ref={item} class="note is-edited">
        <NoteForm
          editor={editor}
          draft={`edit ${note.id}`}
          begin={() => ({
            kind: note.kind,
            text: note.text,
            images: note.images.map((id, at) => kept(config.blueprint, id, at)),
          })}
          label={t("reviews.note.save")}
          focus
          cancel={() => setEditing(false)}
          commit={(text) => {
            noteEdit.run(editor, note.id, text);
            setEditing(false);
          }}
        />
      </li>
    );
  }
  const of = t("reviews.note.edit.of", { text: said.slice(0, 40) });
  return (
    <li ref={item} class={`note kind-${note.kind}`} data-note={note.id}>
      <p class="note-head">
        <span class={`note-chip kind-${note.kind}`}>{t(`reviews.kind.${note.kind}`)}</span>
        <span class="note-by">
          {nameOf(editor, note.by)}
          {"\u00a0· "}
          {note.at === null ? t("reviews.note.now") : <time dateTime={note.at}>{instant(note.at)}</time>}
        </span>
      </p>
      {said !== "" && (
        <p class="note-text" dir="auto">
          {said}
        </p>
      )}
      {note.images.length > 0 && (
        <ul class="note-images">
          {note.images.map((id, at) => (
            <li key={id}>
              <a href={attachmentUrl(config.blueprint, id)} target="_blank" rel="noopener">
                <img src={attachmentUrl(config.blueprint, id)} loading="lazy" alt={altOf(said, at)} />
              </a>
            </li>
          ))}
        </ul>
      )}
      {isMine(editor, note.by) && (
        <p class="note-own">
          <button type="button" class="text-button note-edit" onClick={() => setEditing(true)}>
            {t("reviews.note.edit")}
            <span class="visually-hidden"> {of}</span>
          </button>
          <button type="button" class="text-button" onClick={() => noteRemove.run(editor, note.id)}>
            {t("reviews.note.remove.short")}
            <span class="visually-hidden"> {of}</span>
          </button>
        </p>
      )}
    </li>
  );
}

const altOf = (said: string, at: number): string =>
  said === ""
    ? t("reviews.image.alt.bare", { n: at + 1 })
    : t("reviews.image.alt", { n: at + 1, text: said.slice(0, 120) });
