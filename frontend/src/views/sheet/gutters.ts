/** Gives crowded strips the room their links need: a gutter is as wide as what runs in it. */
import type { Sheet } from "../../model/sheet";
import { type Plan, type Routing, roomFor } from "../links/routing";
import { columnsOf } from "./columns";
import { CELL_X, CELL_Y } from "./measure";

/** Wider or higher by more than this a gutter never gets: the cards need the room more. */
export const MOST = 40;
/** Where a line of the blueprint runs, there is so much more room from the start. */
export const LINED = 24;

/** A gutter that is too wide by less stays as it is. */
const SLACK = 13;

/** Extra pixels before each moment and lane, and behind the last. */
export interface Gutters {
  readonly columns: readonly number[];
  readonly rows: readonly number[];
}

/** `spare`: room for so many runs more in a column where some run already. */
export function guttersFor({ columns, rows }: Routing, plan: Plan, sheet: Sheet, spare = 0): Gutters {
  const lined = (i: number): boolean => plan.rows[i]?.line !== undefined;
  return {
    columns: columns.map((tracks, i) => {
      // The first and the last hold half of a gutter of their own.
      const own = i === 0 || i === sheet.moments.length ? CELL_X : 2 * CELL_X;
      return extra(roomFor(tracks === 0 ? 0 : tracks + spare, false) - own);
    }),
    rows: rows.map((tracks, i) => {
      const own = i === 0 || i === sheet.lanes.length ? CELL_Y : 2 * CELL_Y + (lined(i) ? LINED : 0);
      return extra(roomFor(tracks, lined(i)) - own);
    }),
  };
}

const extra = (pixels: number): number => Math.min(MOST, Math.max(0, Math.ceil(pixels)));

/**
 * The room there is, where it will do: neither too narrow nor much too wide. Else what is wanted, strip by strip, so that
 * small edits move nothing and others no more than they must. The same object where nothing changes.
 */
export function adjusted(there: Gutters, wanted: Gutters): Gutters {
  const each = (have: readonly number[], want: readonly number[]): readonly number[] => {
    if (have.length !== want.length) return want;
    const next = want.map((pixels, i) => (fits(have[i] ?? 0, pixels) ? (have[i] ?? 0) : pixels));
    return next.every((pixels, i) => pixels === have[i]) ? have : next;
  };
  const [columns, rows] = [each(there.columns, wanted.columns), each(there.rows, wanted.rows)];
  return columns === there.columns && rows === there.rows ? there : { columns, rows };
}
const fits = (have: number, want: number): boolean => want <= have && want > have - SLACK;

/** What each canvas was set to last, and the columns that have a width of their own. */
const lastSet = new WeakMap<HTMLElement, readonly [Sheet, Gutters]>();
const widthsOf = new WeakMap<HTMLElement, ReadonlyMap<string, number>>();

/** Widths of columns by moment; the others share what is left. */
export function setWidths(canvas: HTMLElement, widths: ReadonlyMap<string, number>): void {
  widthsOf.set(canvas, widths);
  const set = lastSet.get(canvas);
  if (set !== undefined) setGutters(canvas, ...set);
}

/** Sets the columns of each row and the lanes' padding: on the rows themselves, a variable would touch every card. */
export function setGutters(canvas: HTMLElement, sheet: Sheet, gutters: Gutters): void {
  lastSet.set(canvas, [sheet, gutters]);
  const { columns, rows } = gutters;
  const widths = widthsOf.get(canvas);
  let moment = 0;
  let total = 0;
  let template = "var(--label)";
  const shown = columnsOf(sheet).columns;
  let own = 0;
  for (const column of shown) {
    const before = column.moment === null ? 0 : (columns[moment++] ?? 0);
    total += before;
    const width = widths?.get(column.moment?.id ?? "");
    template += ` ${before}px ${width === undefined ? "minmax(var(--column-least), var(--column-most))" : `${width}px`}`;
    if (width === undefined) continue;
    own++;
    total += width;
  }
  const last = columns[moment] ?? 0;
  template += ` ${last}px minmax(var(--end), 1fr)`;
  for (const row of canvas.querySelectorAll<HTMLElement>(".row")) {
    row.style.gridTemplateColumns = shown.length === 0 ? "" : template;
  }
  canvas.style.minWidth = `calc(var(--label) + ${shown.length - own} * var(--column-least) + ${total + last}px + var(--end))`;
  for (const [i, lane] of canvas.querySelectorAll<HTMLElement>("[data-row]").entries()) {
    const above = `${rows[i] ?? 0}px`;
    const below = `${i === sheet.lanes.length - 1 ? (rows[i + 1] ?? 0) : 0}px`;
    lane.style.padding = `${above} 0 ${below}`;
    // The label covers what scrolls under it, there too.
    const label = lane.firstElementChild as HTMLElement;
    label.style.margin = `-${above} 0 -${below}`;
    label.style.borderTop = `${above} solid transparent`;
  }
}
