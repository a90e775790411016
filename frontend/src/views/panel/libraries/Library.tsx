/** A library: one kind of named thing, each unfolding to its fields, with a filter where there are many. */
import type { ComponentChildren, JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { Editor } from "../../../actions/editor";
import type { NamedType } from "../../../actions/named";
import type { Records } from "../../../model/records";
import { inOrder } from "../../../model/siblings";
import { lookalikes, stepsOf, usagesIn, type Usage } from "../../../model/usage";
import { t } from "../../../text";
import { fitting, isGuess } from "../controls/matching";
import { Entry } from "./Entry";
import { Filter } from "./Filter";
import { NewItem } from "./NewItem";
import { isUnfolded, unfold } from "./unfolded";

/** From so many on there is a field to find one among them. */
const MANY = 8;
const NOWHERE: readonly Usage[] = [];

interface LibraryProps<T extends NamedType> {
  readonly editor: Editor;
  readonly type: T;
  /** What is told of a record while it is folded. */
  readonly detail: (record: Records[T]) => string;
  readonly children: (record: Records[T]) => ComponentChildren;
}

export function Library<T extends NamedType>(props: LibraryProps<T>): JSX.Element {
  const { editor, type } = props;
  const count = editor.state.value[type].size;
  const open = isUnfolded(editor, type);
  return (
    <details
      class="section library"
      data-library={type}
      open={open}
      onToggle={(event) => {
        // Toggles of what stands within don't bubble in browsers; in some test pages they do.
        if (event.target === event.currentTarget) unfold(editor, type, event.currentTarget.open);
      }}
    >
      <summary>
        {t(`panel.library.${type}`)} <span class="count">{count}</span>
      </summary>
      {open && <Entries {...props} />}
    </details>
  );
}

function Entries<T extends NamedType>({ editor, type, detail, children }: LibraryProps<T>): JSX.Element {
  const state = editor.state.value;
  const [typed, setTyped] = useState("");
  const records = inOrder((state[type] as ReadonlyMap<string, Records[T]>).values());
  const usages = useMemo(() => usagesIn(state), [state]);
  const alike = useMemo(() => lookalikes(records), [state[type]]);
  const fits = typed.trim() === "" ? null : fitting(records, typed);
  const sure = fits?.filter(({ rank }) => !isGuess(rank)) ?? [];
  const shown =
    fits === null ? records : inOrder((sure.length > 0 ? sure : fits).map(({ option }) => option));
  return (
    <div data-rows>
      {records.length >= MANY && (
        <Filter type={type} typed={typed} found={shown.length} of={records.length} onType={setTyped} />
      )}
      {shown.map((record) => {
        const used = usages.get(record.id) ?? NOWHERE;
        const twin = alike.get(record.id);
        return (
          <Entry
            key={record.id}
            editor={editor}
            type={type}
            record={record}
            detail={detail(record)}
            usages={used}
            twin={
              twin === undefined ? null : { id: twin, steps: stepsOf(usages.get(twin) ?? NOWHERE).length }
            }
          >
            {() => children(record)}
          </Entry>
        );
      })}
      {shown.length === 0 && typed !== "" && <p class="hint">{t("library.filter.none")}</p>}
      <NewItem editor={editor} type={type} />
    </div>
  );
}
