/** One step as a row. It is drawn again only where its own words changed, or something is typed in it. */
import { useComputed } from "@preact/signals";
import type { JSX } from "preact";
import type { Editor } from "../../actions/editor";
import type { LaneKind } from "../../model/records";
import { t } from "../../text";
import { flagText } from "../sheet/card";
import { CellEditor } from "./CellEditor";
import { columnName, type Column } from "./columns";
import type { Move } from "./grid";
import type { Row } from "./rows";
import type { TableState } from "./state";

interface Props {
  readonly editor: Editor;
  readonly table: TableState;
  readonly row: Row;
  readonly columns: readonly Column[];
  readonly at: number;
  readonly done: (move: Move) => void;
}

const TONES: Readonly<Record<LaneKind, string>> = {
  evidence: "evidence",
  customer: "customer",
  frontstage: "employee",
  backstage: "employee",
  support: "support",
};

export function TableRow({ editor, table, row, columns, at, done }: Props): JSX.Element {
  const typed = useComputed(() => (table.editing.value?.row === row.id ? table.editing.value : null));
  const editing = typed.value;
  return (
    <tr
      role="row"
      aria-rowindex={at}
      class={`table-row tone-${TONES[row.lane.kind]}`}
      data-row-id={row.id}
      data-editing={editing === null ? undefined : ""}
    >
      {columns.map((column) => {
        const { id } = column;
        const open = editing?.column === id;
        const title = id === "title";
        const Cell = title ? "th" : "td";
        return (
          <Cell
            key={id}
            role={title ? "rowheader" : "gridcell"}
            scope={title ? "row" : undefined}
            class={`c-${id}`}
            data-column={id}
            data-step={title ? row.id : undefined}
            data-label={columnName(column)}
            tabIndex={-1}
          >
            {open ? (
              <CellEditor editor={editor} row={row} column={column} began={editing.text} done={done} />
            ) : (
              <Said row={row} column={column} />
            )}
          </Cell>
        );
      })}
      <td
        role="gridcell"
        class="c-end"
        data-column="end"
        tabIndex={-1}
        aria-label={t("table.delete.step", { title: row.step.title })}
      >
        <span
          class="table-delete"
          data-act=""
          aria-hidden="true"
          title={t("table.delete.step", { title: row.step.title })}
        >
          <svg viewBox="0 0 10 10">
            <path d="M2 2l6 6M8 2l-6 6" />
          </svg>
        </span>
      </td>
    </tr>
  );
}

/** Words first; what can be seen at a glance besides them is for the eye only. */
function Said({ row, column: { id } }: { row: Row; column: Column }): JSX.Element {
  const text = row.texts[id];
  const { step } = row;
  if (text === "") {
    const open =
      id === "work_min" || id === "wait_min" || id === "emotion" || id === "decides" || id === "recovery";
    return (
      <span class="table-unknown">
        <span aria-hidden="true">{open ? "?" : ""}</span>
        <span class="visually-hidden">{t(open ? "panel.unknown" : "table.nothing")}</span>
      </span>
    );
  }
  if (id === "findings")
    return (
      <span class="table-flag" data-act="">
        <span class="diamond" aria-hidden="true">
          <b>{flagText(row.findings)}</b>
        </span>
        <span class="visually-hidden">{text}</span>
      </span>
    );
  if (id === "moment_of_truth")
    return (
      <span>
        <svg class="star" viewBox="0 0 11 11" aria-hidden="true">
          <path d="M5.500 0l1.600 3.500 3.900.500-2.900 2.600.800 3.900-3.400-1.900-3.400 1.900.800-3.900L0 4l3.900-.500z" />
        </svg>
        <span class="visually-hidden">{text}</span>
      </span>
    );
  if (id === "emotion" && step.emotion !== null)
    return (
      <span class="table-emotion" data-feels={step.emotion < 0 ? "bad" : step.emotion > 0 ? "good" : "even"}>
        <span class="table-scale" aria-hidden="true">
          <i style={{ left: `${((step.emotion + 2) / 4) * 100}%` }} />
        </span>
        {text}
      </span>
    );
  if (id === "wait_min" && step.wait_min !== null)
    return (
      <span class="table-wait">
        {step.wait_min > 0 && (
          <span
            class="wait-bar"
            aria-hidden="true"
            style={{ width: `${Math.min(34, 5 + 3 * step.wait_min)}px` }}
          />
        )}
        {text}
      </span>
    );
  return (
    <span class="table-words" dir="auto">
      {text}
    </span>
  );
}
