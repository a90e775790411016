/**
 * Every step as a row: the accessible equal of the sheet. A real table that is walked as a grid: one place for Tab,
 * arrows from cell to cell, Enter or typing edits in place (docs/views.md says why).
 */
import type { JSX } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Editor } from "../../actions/editor";
import { t } from "../../text";
import { useFurther } from "../controls/further";
import { COLUMNS, columnName, type ColumnId } from "./columns";
import { filtered } from "./filters";
import { createGrid } from "./grid";
import { NewStep } from "./NewStep";
import { createRows, sorted, type Row } from "./rows";
import { tableState, type TableState } from "./state";
import { TableRow } from "./TableRow";
import { Toolbar } from "./Toolbar";

/** Rows that are drawn at once; the others follow, so many at a time, while nobody waits for them. */
const FIRST = 40;
const MORE = 160;

/** Pixels of the last column, where a step is deleted. */
const END = 44;

export function Table({ editor }: { editor: Editor }): JSX.Element {
  const table = tableState(editor);
  const root = useRef<HTMLTableElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  useFurther(frame);
  const [rowsOf] = useState(createRows);
  const { findings, unknown } = editor.findings.value;
  const rows = rowsOf(editor.state.value, editor.sheet.value, findings, unknown);
  const shown = useShown(rows, table);
  const drawn = useGrowing(shown.length);
  const columns = COLUMNS.filter(({ id }) => table.columns.value.has(id));
  const grid = useMemo(() => createGrid(editor, table, () => root.current), [editor, table]);
  useLayoutEffect(() => grid.settle());
  useLayoutEffect(() => grid.attach(), [grid]);
  const template = columns.map(({ id, width }) => `minmax(${width}px, ${id === "title" ? 2 : 1}fr)`);
  const least = columns.reduce((sum, { width }) => sum + width, END);
  return (
    <div class="table-view">
      <Toolbar editor={editor} table={table} shown={shown.length} all={rows.length} />
      <div
        class="table-scroll"
        ref={frame}
        style={{
          "--table-columns": [...template, `${END}px`].join(" "),
          "--table-least": `${least}px`,
        }}
      >
        <table
          ref={root}
          class="table"
          role="grid"
          aria-label={t("table.name")}
          aria-description={t("table.keys")}
          aria-rowcount={shown.length + 1}
          aria-colcount={columns.length + 1}
        >
          <thead role="rowgroup">
            <tr role="row" aria-rowindex={1} class="table-head">
              {columns.map(({ id }) => (
                <Head key={id} table={table} id={id} />
              ))}
              <th role="columnheader" class="c-end">
                <span class="visually-hidden">{t("table.delete")}</span>
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.slice(0, drawn).map((row, at) => (
              <TableRow
                key={row.id}
                editor={editor}
                table={table}
                row={row}
                columns={columns}
                at={at + 2}
                done={grid.done}
              />
            ))}
          </tbody>
        </table>
        {shown.length === 0 && (
          <p class="table-none">{t(rows.length === 0 ? "table.empty" : "table.none")}</p>
        )}
      </div>
      <NewStep editor={editor} table={table} />
    </div>
  );
}

/** Sorted and filtered as asked. An edit moves or hides no row under one's hands: that waits for the next asking. */
function useShown(rows: readonly Row[], { sort, filters }: TableState): readonly Row[] {
  const last = useRef<{ readonly asked: readonly unknown[]; readonly order: readonly string[] } | null>(null);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const all = useRef<ReadonlySet<string>>(new Set());
  const same = byId.size === all.current.size && rows.every(({ id }) => all.current.has(id));
  const asked = [sort.value, filters.value];
  if (last.current === null || !same || asked.some((one, i) => one !== last.current?.asked[i])) {
    const fresh = rows.filter(({ id }) => !all.current.has(id));
    const order = sorted(filtered(rows, filters.value), sort.value).map(({ id }) => id);
    // A step that was just added is seen, whatever is asked for.
    const added =
      last.current !== null && fresh.length <= 3 ? fresh.filter(({ id }) => !order.includes(id)) : [];
    last.current = { asked, order: [...order, ...added.map(({ id }) => id)] };
    all.current = new Set(byId.keys());
  }
  return last.current.order.flatMap((id) => byId.get(id) ?? []);
}

function useGrowing(length: number): number {
  const [drawn, setDrawn] = useState(FIRST);
  useEffect(() => {
    if (drawn >= length) return;
    const timer = setTimeout(() => setDrawn((now) => now + MORE), 0);
    return () => clearTimeout(timer);
  }, [drawn, length]);
  return drawn;
}

function Head({ table, id }: { table: TableState; id: ColumnId }): JSX.Element | null {
  const column = COLUMNS.find((one) => one.id === id);
  if (column === undefined) return null;
  const { sort } = table;
  const now = sort.value?.column === id ? (sort.value.descending ? "descending" : "ascending") : "none";
  return (
    <th role="columnheader" scope="col" class={`c-${id}`} aria-sort={now}>
      <button
        type="button"
        class="table-sort"
        title={t(now === "none" ? "table.sort" : now === "ascending" ? "table.sort.down" : "table.sort.off")}
        onClick={() => {
          sort.value = now === "descending" ? null : { column: id, descending: now === "ascending" };
        }}
      >
        {columnName(column)}
        <span class="table-arrow" aria-hidden="true">
          {now === "none" ? "" : now === "ascending" ? "▲" : "▼"}
        </span>
      </button>
    </th>
  );
}
