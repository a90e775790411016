/** What is said of a finding or a flag: its notes, oldest first, and the form for the next one. */
import type { JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { threadOf, type Concern } from "../../actions/concerns";
import type { Editor } from "../../actions/editor";
import { noteAdd } from "../../actions/verbs/note-add";
import { t } from "../../text";
import { NoteForm } from "./NoteForm";
import { NoteItem } from "./NoteItem";

export function Thread({ editor, concern }: { editor: Editor; concern: Concern }): JSX.Element {
  const notes = threadOf(concern, editor.state.value.note.values());
  const section = useAsked(editor);
  return (
    <section class="thread" ref={section}>
      <h3>
        {t("reviews.thread")} {notes.length > 0 && <span class="count">{notes.length}</span>}
      </h3>
      <Notes editor={editor} notes={notes} />
      <NoteForm
        editor={editor}
        draft={`on ${concern.id}`}
        label={t("reviews.note.write")}
        commit={(note) => void noteAdd.run(editor, concern.id, note)}
      />
    </section>
  );
}

export function Notes(props: { editor: Editor; notes: ReturnType<typeof threadOf> }): JSX.Element | null {
  if (props.notes.length === 0) return null;
  return (
    <ol class="notes">
      {props.notes.map((note) => (
        <NoteItem key={note.id} editor={props.editor} note={note} />
      ))}
    </ol>
  );
}

/**
 * The field of the form within takes the focus each time a note is asked for by its key: before the next one, so that what
 * is typed right away lands in it, not on the card.
 */
export function useAsked({ session }: Editor) {
  const place = useRef<HTMLElement>(null);
  const asked = session.noting.value;
  useLayoutEffect(() => {
    if (asked === answered) return;
    answered = asked;
    const field = [...(place.current?.querySelectorAll<HTMLElement>("[data-note-field]") ?? [])].at(-1);
    field?.focus();
    field?.scrollIntoView({ block: "center" });
  });
  return place;
}
let answered = 0;
