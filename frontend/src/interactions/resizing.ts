/**
 * The border of a moment's column follows the pointer, or moves by keys; a double click gives it back to the sheet. The columns
 * before it keep the widths they have, or the border would run from the pointer; those after it share what is left.
 */
import { columnResize } from "../actions/verbs/column-resize";
import { type Widths, withWidth } from "../actions/widths";
import { type Held, dragging } from "./dragging";
import type { Stage, State } from "./state";

/** Pixels a press of a key makes it wider. */
const BY = 24;

export function resizeColumn(stage: Stage, moment: string, start: Held): State {
  const { editor, root, gesture } = stage;
  const { session } = editor;
  const before = session.widths.value;
  const { width, scale, pinned } = widthsAt(root, moment);
  let now = width;
  let dropped = false;
  return dragging(stage, start, {
    scrolls: false, // the border would run away from the pointer
    follow({ clientX }) {
      if (gesture.value.kind !== "column") gesture.value = { kind: "column", moment };
      const next = Math.round(width + (clientX - start.clientX) / scale);
      if (next === now) return;
      now = next;
      session.widths.value = withWidth(before, moment, now, pinned);
    },
    drop() {
      dropped = true;
      if (now === width) return;
      session.widths.value = before;
      columnResize.run(editor, moment, now, pinned);
    },
    leave() {
      if (!dropped) session.widths.value = before; // Escape
    },
  });
}

/** True where the key was one of its own. */
export function resizeByKey({ editor, root }: Stage, moment: string, event: KeyboardEvent): boolean {
  if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey) return false;
  if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return false;
  const { width, pinned } = widthsAt(root, moment);
  columnResize.run(editor, moment, width + (event.key === "ArrowRight" ? BY : -BY), pinned);
  return true;
}

/** In the sheet's own pixels: its width, those of the columns before it, and how large such a pixel is on screen. */
function widthsAt(
  root: HTMLElement,
  moment: string,
): { readonly width: number; readonly scale: number; readonly pinned: Widths } {
  const heads = [...root.querySelectorAll<HTMLElement>('[data-header="moment"]')];
  const at = heads.findIndex(({ dataset }) => dataset.id === moment);
  const width = heads[at]?.offsetWidth ?? 0;
  const shown = heads[at]?.getBoundingClientRect().width ?? 0;
  return {
    width,
    scale: width > 0 && shown > 0 ? shown / width : 1,
    pinned: new Map(heads.slice(0, at).map((head) => [head.dataset.id ?? "", head.offsetWidth])),
  };
}
