/** A library: one kind of named thing, each unfolding to its fields, with a field to add one by its title. */
import type { ComponentChildren, JSX } from "preact";
import { useId, useState } from "preact/hooks";
import type { Editor } from "../../../actions/editor";
import type { NamedType } from "../../../actions/named";
import { libraryAdd } from "../../../actions/verbs/library-add";
import { libraryRemove } from "../../../actions/verbs/library-remove";
import type { Records } from "../../../model/records";
import { inOrder } from "../../../model/siblings";
import { t } from "../../../text";
import { TitleField } from "../controls/TextField";
import { fieldsOf } from "../fields";

interface LibraryProps<T extends NamedType> {
  readonly editor: Editor;
  readonly type: T;
  /** What is told of a record while it is folded. */
  readonly detail: (record: Records[T]) => string;
  readonly children: (record: Records[T]) => ComponentChildren;
}

export function Library<T extends NamedType>({
  editor,
  type,
  detail,
  children,
}: LibraryProps<T>): JSX.Element {
  const records = inOrder((editor.state.value[type] as ReadonlyMap<string, Records[T]>).values());
  return (
    <details class="section library" data-library={type}>
      <summary>
        {t(`panel.library.${type}`)} <span class="count">{records.length}</span>
      </summary>
      {records.map((record) => (
        <Item key={record.id} editor={editor} type={type} record={record} detail={detail(record)}>
          {children(record)}
        </Item>
      ))}
      <NewItem editor={editor} type={type} />
    </details>
  );
}

interface ItemProps<T extends NamedType> {
  readonly editor: Editor;
  readonly type: T;
  readonly record: Records[T];
  readonly detail: string;
  readonly children: ComponentChildren;
}

function Item<T extends NamedType>({ editor, type, record, detail, children }: ItemProps<T>): JSX.Element {
  // `title` is a field of every kind of record that a library keeps; the type system can't see it through `T`.
  const title = record.title;
  const field = fieldsOf<NamedType>(editor, type, record);
  return (
    <details class="item" data-record={`${type}/${record.id}`}>
      <summary>
        {title}
        {detail !== "" && <span class="item-detail"> · {detail}</span>}
      </summary>
      <div class="unfolded">
        <TitleField {...field("title", t("panel.field.name"))} />
        {children}
        <button
          type="button"
          class="button small danger"
          onClick={() => libraryRemove.run(editor, type, record.id)}
        >
          {t("panel.remove.record")}
        </button>
      </div>
    </details>
  );
}

/** Type a title and press Enter: it is there, and the field waits for the next. */
function NewItem({ editor, type }: { editor: Editor; type: NamedType }): JSX.Element {
  const id = useId();
  const [title, setTitle] = useState("");
  const make = (): void => {
    setTitle("");
    libraryAdd.run(editor, type, title.replace(/\s+/g, " "));
  };
  return (
    <form
      class="form-field new-item"
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <label for={id} class="visually-hidden">
        {t(`panel.library.${type}.add`)}
      </label>
      <input
        id={id}
        class="field-input"
        type="text"
        autocomplete="off"
        data-field={`blueprint/blueprint/${type}`}
        placeholder={t(`panel.library.${type}.add`)}
        value={title}
        onInput={(event) => setTitle(event.currentTarget.value)}
        onBlur={make}
        onKeyDown={(event) => {
          if (event.key === "Escape" && title !== "") {
            event.stopPropagation();
            setTitle("");
          }
        }}
      />
    </form>
  );
}
