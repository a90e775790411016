/** The columns of the table: what each is called, how wide it is, and how it is edited. */
import { recall, remember } from "../../actions/kept";
import type { Words } from "../panel/words";
import { t, type Key } from "../../text";

export type ColumnId =
  | "title"
  | "moment"
  | "lane"
  | "actor"
  | "channel"
  | "tools"
  | "work_min"
  | "wait_min"
  | "emotion"
  | "moment_of_truth"
  | "said"
  | "kind"
  | "decides"
  | "stakes"
  | "recovery"
  | "basis"
  | "information"
  | "into"
  | "out"
  | "note"
  | "findings";

/** What opens in a cell: see `CellEditor`. */
export type Way =
  | { readonly as: "title" | "duration" | "emotion" | "place" | "flag" | "tools" | "exchanges" | "findings" }
  | { readonly as: "text"; readonly field: "said" | "note" }
  | { readonly as: "name"; readonly type: "actor" | "channel" }
  | { readonly as: "links"; readonly end: "into" | "out" }
  | { readonly as: "word"; readonly set: keyof Words; readonly orUnknown: boolean };

export interface Column {
  readonly id: ColumnId;
  readonly label: Key;
  /** Pixels. */
  readonly width: number;
  readonly way: Way;
  /** Shown where the person has chosen nothing. */
  readonly first: boolean;
}

const column = (id: ColumnId, label: Key, width: number, way: Way, first = true): Column => ({
  id,
  label,
  width,
  way,
  first,
});

export const COLUMNS: readonly Column[] = [
  column("title", "panel.tab.step", 230, { as: "title" }),
  column("moment", "panel.tab.moment", 132, { as: "place" }),
  column("lane", "panel.tab.lane", 120, { as: "place" }),
  column("actor", "panel.field.actor", 116, { as: "name", type: "actor" }),
  column("tools", "table.tools", 150, { as: "tools" }),
  column("work_min", "panel.field.work", 82, { as: "duration" }),
  column("wait_min", "table.wait", 94, { as: "duration" }),
  column("emotion", "panel.field.emotion", 96, { as: "emotion" }),
  column("moment_of_truth", "table.truth", 78, { as: "flag" }),
  column("findings", "table.findings", 90, { as: "findings" }),
  column("out", "table.out", 170, { as: "links", end: "out" }),
  column("into", "table.into", 170, { as: "links", end: "into" }, false),
  column("basis", "panel.field.basis", 100, { as: "word", set: "basis", orUnknown: false }),
  column("kind", "panel.field.kind", 112, { as: "word", set: "step-kind", orUnknown: false }),
  column("decides", "panel.field.decides", 128, { as: "word", set: "decides", orUnknown: true }),
  column("stakes", "table.stakes", 84, { as: "word", set: "stakes", orUnknown: true }, false),
  column("recovery", "table.recovery", 148, { as: "word", set: "recovery", orUnknown: true }),
  column("information", "table.information", 220, { as: "exchanges" }, false),
  column("channel", "panel.field.channel", 110, { as: "name", type: "channel" }, false),
  column("said", "panel.field.said", 220, { as: "text", field: "said" }, false),
  column("note", "panel.field.note", 220, { as: "text", field: "note" }, false),
];

export const columnName = ({ label }: Column): string => t(label);

const KEPT = "table.columns";

/** Those that this person chose the last time. The title is always there: it names the row. */
export function recallColumns(): ReadonlySet<ColumnId> {
  const kept = recall(KEPT);
  const chosen = Array.isArray(kept)
    ? COLUMNS.filter(({ id }) => kept.includes(id))
    : COLUMNS.filter(({ first }) => first);
  return new Set<ColumnId>(["title", ...chosen.map(({ id }) => id)]);
}

export const rememberColumns = (chosen: ReadonlySet<ColumnId>): void => remember(KEPT, [...chosen]);
