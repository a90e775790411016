/** What the table is set to, for as long as the page lives: it stays while another view is shown. */
import { signal, type Signal } from "@preact/signals-core";
import type { Editor } from "../../actions/editor";
import { recallColumns, type ColumnId } from "./columns";
import { ALL, type Filters } from "./filters";
import type { Sort } from "./rows";

/** The one cell in which something is typed or chosen; `text` is the sign that began it. */
export interface Editing {
  readonly row: string;
  readonly column: ColumnId;
  readonly text: string | null;
}
export interface TableState {
  readonly columns: Signal<ReadonlySet<ColumnId>>;
  readonly filters: Signal<Filters>;
  readonly sort: Signal<Sort | null>;
  readonly editing: Signal<Editing | null>;
  /** The cell that Tab reaches. */
  at: { readonly row: string; readonly column: ColumnId } | null;
}

const states = new WeakMap<Editor, TableState>();

export function tableState(editor: Editor): TableState {
  let state = states.get(editor);
  if (state === undefined) {
    state = {
      columns: signal(recallColumns()),
      filters: signal(ALL),
      sort: signal<Sort | null>(null),
      editing: signal<Editing | null>(null),
      at: null,
    };
    states.set(editor, state);
  }
  return state;
}
