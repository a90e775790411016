/** What is in sight stays where it is on screen while gutters before it become wider or narrower. */
import type { Plan, Strip } from "../links/plan";
import type { Scene } from "./scene";

/** The keyboard's cell stays, else what is first in sight. Both plans are of the same lanes and moments. */
export function stay({ editor, scale }: Scene, canvas: HTMLElement, before: Plan, after: Plan): void {
  const root = canvas.parentElement;
  if (root === null) return;
  const { lanes, moments } = editor.sheet.peek();
  const focus = editor.session.focus.peek();
  const at = focus?.on === "cell" ? focus : null;
  const size = scale.peek();
  const across = shiftOf(before.columns, after.columns, {
    from: root.scrollLeft / size,
    to: (root.scrollLeft + root.clientWidth) / size,
    kept: at === null ? -1 : moments.findIndex(({ id }) => id === at.moment),
  });
  const down = shiftOf(before.rows, after.rows, {
    from: root.scrollTop / size,
    to: (root.scrollTop + root.clientHeight) / size,
    kept: at === null ? -1 : lanes.findIndex(({ id }) => id === at.lane),
  });
  if (across !== 0) root.scrollLeft += across * size;
  if (down !== 0) root.scrollTop += down * size;
}

interface Sight {
  /** In pixels of the sheet: what is scrolled away before, and the end of what is seen. */
  readonly from: number;
  readonly to: number;
  /** The column or row that stays if it is in sight; -1 where none is asked for. */
  readonly kept: number;
}

/** How far the column or row that is to stay went. At the very beginning nothing went that can be scrolled back. */
function shiftOf(before: readonly Strip[], after: readonly Strip[], { from, to, kept }: Sight): number {
  if (from <= 0) return 0;
  const first = from + (before[0]?.from ?? 0); // labels and heads stand over what is scrolled
  const end = (i: number): number => before[i + 1]?.from ?? Infinity;
  const seen = kept >= 0 && end(kept) > first && (before[kept]?.to ?? Infinity) < to;
  const i = seen ? kept : before.findIndex((_, place) => end(place) > first);
  return (after[i]?.to ?? 0) - (before[i]?.to ?? 0);
}
