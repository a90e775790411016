/** One entry of a library: folded it says where it is used; unfolded come its fields, its places, and merging it. */
import type { ComponentChildren, JSX } from "preact";
import type { Editor } from "../../../actions/editor";
import type { NamedType } from "../../../actions/named";
import { libraryMerge } from "../../../actions/verbs/library-merge";
import { libraryRemove } from "../../../actions/verbs/library-remove";
import { stepsOf, type Usage } from "../../../model/usage";
import { quoted, t } from "../../../text";
import { Combobox } from "../controls/Combobox";
import { TitleField } from "../controls/TextField";
import { fieldsOf, placeOf } from "../fields";
import { afterDrawing } from "../../shell/arriving";
import { focusField } from "../goto";
import { options } from "../records";
import { takingAway } from "../rows";
import { lossOf } from "./loss";
import { entryOf, isUnfolded, unfold } from "./unfolded";
import { Places } from "./Places";

interface EntryProps {
  readonly editor: Editor;
  readonly type: NamedType;
  readonly record: { readonly id: string; readonly title: string };
  readonly detail: string;
  readonly usages: readonly Usage[];
  /** Another entry that is called nearly the same, and the number of steps that use it. */
  readonly twin: { readonly id: string; readonly steps: number } | null;
  readonly children: () => ComponentChildren;
}

export function Entry(props: EntryProps): JSX.Element {
  const { editor, type, record, detail, usages, twin } = props;
  const part = entryOf(type, record.id);
  const open = isUnfolded(editor, part);
  const steps = stepsOf(usages).length;
  return (
    <details
      class="item entry"
      data-row
      data-record={part}
      open={open}
      onToggle={(event) => {
        if (event.target === event.currentTarget) unfold(editor, part, event.currentTarget.open);
      }}
    >
      <summary>
        <span class="entry-title">{record.title}</span>
        {detail !== "" && <span class="item-detail"> · {detail}</span>}
        {twin !== null && <span class="entry-twin"> · {t("library.twin.short")}</span>}
        <span class={`entry-count ${usages.length === 0 ? "is-unused" : ""}`}>
          {usages.length === 0
            ? t("library.unused.short")
            : steps > 0
              ? t("library.steps", { n: steps })
              : t("library.places", { n: usages.length })}
        </span>
      </summary>
      {open && <Unfolded {...props} />}
    </details>
  );
}

function Unfolded({ editor, type, record, usages, twin, children }: EntryProps): JSX.Element {
  const field = fieldsOf<NamedType>(
    editor,
    type,
    editor.state.value[type].get(record.id) ?? (record as never),
  );
  return (
    <div class="unfolded">
      {twin !== null && <Twin editor={editor} type={type} id={record.id} twin={twin} />}
      <TitleField {...field("title", t("panel.field.name"))} />
      {children()}
      <Places editor={editor} usages={usages} />
      <Combobox
        label={t("library.merge.label")}
        place={placeOf(type, record.id, "merge")}
        placeholder={t("library.merge.hint")}
        options={options(editor.state.value, type).filter(({ id }) => id !== record.id)}
        pick={(gone) => merge(editor, type, record.id, gone)}
      />
      <div class="removal">
        <button
          type="button"
          class="button small danger"
          onClick={(event) =>
            takingAway(event.currentTarget, () => libraryRemove.run(editor, type, record.id))
          }
        >
          {t("panel.remove.record")}
          <span class="visually-hidden"> {record.title}</span>
        </button>
        <p class="hint">{lossOf(usages)}</p>
      </div>
    </div>
  );
}

function Twin(props: {
  readonly editor: Editor;
  readonly type: NamedType;
  readonly id: string;
  readonly twin: { readonly id: string; readonly steps: number };
}): JSX.Element | null {
  const { editor, type, id, twin } = props;
  const other = editor.state.value[type].get(twin.id)?.title;
  if (other === undefined) return null;
  return (
    <div class="twin">
      <p>{t("library.twin", { title: quoted(other), n: twin.steps })}</p>
      <button type="button" class="button small" onClick={() => merge(editor, type, id, twin.id)}>
        {t("library.twin.merge")}
      </button>
    </div>
  );
}

/** The focus stays with what is kept: on its name, since that is what is decided next. */
function merge(editor: Editor, type: NamedType, kept: string, gone: string): void {
  if (!libraryMerge.run(editor, type, kept, gone)) return;
  afterDrawing(() => focusField(placeOf(type, kept, "title")));
}
