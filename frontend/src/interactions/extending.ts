/** Shift with an arrow: the selection reaches from where it began to where the keyboard stands, as in a spreadsheet. */
import type { Session, Focus } from "../actions/session";
import type { Sheet } from "../model/sheet";
import { t } from "../text";
import type { Stage } from "./state";
import { type Arrow, walk } from "./walking";

type InCell = Extract<Focus, { on: "cell" }>;

/** Where each page's selection began, and where the keyboard was led to last. */
const begun = new WeakMap<Session, { readonly anchor: InCell; readonly led: Focus }>();

export function extend({ editor }: Stage, arrow: Arrow): void {
  const { session } = editor;
  const sheet = editor.sheet.value;
  const focus = session.focus.value;
  if (focus?.on !== "cell") return;
  const before = begun.get(session);
  const anchor = before?.led === focus ? before.anchor : focus;
  const next = walk(sheet, focus, arrow);
  if (next?.on !== "cell") return;
  begun.set(session, { anchor, led: next });
  session.selectedLink.value = null;
  session.opened.value = null;
  session.selection.value = new Set(between(sheet, anchor, next));
  session.focus.value = next;
  session.announce(t("direct.said.selected", { n: session.selection.value.size }));
}

/** The cards from one place to another: in one cell those between them, else all in the rectangle of their cells. */
export function between(sheet: Sheet, a: InCell, b: InCell): string[] {
  const span = (from: number, to: number): [number, number] => [Math.min(from, to), Math.max(from, to) + 1];
  if (a.lane === b.lane && a.moment === b.moment && a.step !== null && b.step !== null) {
    const ids = sheet.cell(a.lane, a.moment).map(({ id }) => id);
    return ids.slice(...span(ids.indexOf(a.step), ids.indexOf(b.step)));
  }
  const rows = sheet.lanes.map(({ id }) => id);
  const columns = sheet.moments.map(({ id }) => id);
  const lanes = rows.slice(...span(rows.indexOf(a.lane), rows.indexOf(b.lane)));
  const moments = columns.slice(...span(columns.indexOf(a.moment), columns.indexOf(b.moment)));
  return lanes.flatMap((lane) => moments.flatMap((moment) => sheet.cell(lane, moment).map(({ id }) => id)));
}
