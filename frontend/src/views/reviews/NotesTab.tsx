/** The notes of what is selected, with the form for another one; and those of everything else, each with the way there. */
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { noteAdd } from "../../actions/verbs/note-add";
import { BLUEPRINT } from "../../model/records";
import { inOrder } from "../../model/siblings";
import { t } from "../../text";
import { titleById } from "../findings/names";
import { Combobox } from "../panel/controls/Combobox";
import { goTo } from "../panel/goto";
import type { Subject } from "../panel/subject";
import { NoteForm } from "./NoteForm";
import { annotated, notesByElement, PINNED, typeOf } from "./pinned";
import { Notes, useAsked } from "./Thread";

/** What a subject of the panel is as an element; "" is the whole sheet. */
export const elementOf = (subject: Subject): string => {
  switch (subject.kind) {
    case "step":
    case "link":
    case "lane":
    case "moment":
    case "phase":
      return subject.record.id;
    case "steps":
      return subject.records[0]?.id ?? "";
    default:
      return "";
  }
};

export const notesOn = (editor: Editor, element: string): number => {
  let n = 0;
  for (const { on } of editor.state.value.note.values()) if ((on ?? "") === element) n++;
  return n;
};

export function NotesTab({ editor, subject }: { editor: Editor; subject: Subject }): JSX.Element {
  const state = editor.state.value;
  const selected = elementOf(subject);
  const [chosen, choose] = useState<string | null>(null);
  const section = useAsked(editor);
  const element = chosen ?? selected;
  const groups = notesByElement(state.note.values());
  const others = annotated(state, editor.concerns.value, groups).filter((id) => id !== element);
  const own = groups.get(element) ?? [];
  const options = PINNED.flatMap((type) =>
    inOrder<{ id: string; order: string }>(state[type].values()).map(({ id }) => ({
      id,
      title: titleById(state, id) ?? "",
      detail: t(`reviews.element.${type}`),
    })),
  ).filter(({ title }) => title !== "");
  return (
    <section class="notes-tab" ref={section}>
      {own.length === 0 && others.length === 0 && <p class="hint">{t("reviews.notes.none")}</p>}
      <Notes editor={editor} notes={own} />
      <NoteForm
        key={element}
        editor={editor}
        draft={`pin ${element}`}
        label={t("reviews.note.write")}
        commit={(note) => void noteAdd.run(editor, element === "" ? null : element, note)}
      >
        <Combobox
          label={t("reviews.note.on")}
          place="note/on"
          className="note-on"
          placeholder={t("reviews.note.on.sheet")}
          options={options}
          value={element === "" ? null : element}
          pick={choose}
          clear={() => choose("")}
        />
      </NoteForm>
      {others.length > 0 && (
        <details class="section notes-elsewhere" open={selected === ""}>
          <summary>
            {selected === "" ? t("reviews.notes") : t("reviews.notes.elsewhere")}
            <span class="count">{others.reduce((n, id) => n + (groups.get(id)?.length ?? 0), 0)}</span>
          </summary>
          {others.map((id) => (
            <div key={id} class="notes-of">
              <h3>
                <button type="button" class="text-button" onClick={() => lead(editor, id)}>
                  {id === "" ? t("reviews.notes.sheet") : titleById(state, id)}
                </button>
              </h3>
              <Notes editor={editor} notes={groups.get(id) ?? []} />
            </div>
          ))}
        </details>
      )}
    </section>
  );
}

/** To the element; the panel goes on showing notes. */
function lead(editor: Editor, id: string): void {
  const type = typeOf(editor.state.value, id);
  if (type === null) goTo(editor, { type: "blueprint", id: BLUEPRINT });
  else if (["tool", "information", "actor", "channel"].includes(type))
    goTo(editor, { type, id, field: "title" });
  else goTo(editor, { type, id });
}
