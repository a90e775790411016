/** Adds to a library: type a title and press Enter, it is there, and the field waits for the next. */
import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import type { Editor } from "../../../actions/editor";
import type { NamedType } from "../../../actions/named";
import { libraryAdd } from "../../../actions/verbs/library-add";
import { t } from "../../../text";

export function NewItem({ editor, type }: { editor: Editor; type: NamedType }): JSX.Element {
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
