/** The border of a moment's column follows the pointer, or moves by keys; a double click gives it back to the sheet. */
import { columnResize } from "../actions/verbs/column-resize";
import { withWidth } from "../actions/widths";
import { type Held, dragging } from "./dragging";
import type { Stage, State } from "./state";

/** Pixels a press of a key makes it wider. */
const BY = 24;

export function resizeColumn(stage: Stage, moment: string, start: Held): State {
  const { editor, root, gesture } = stage;
  const { session } = editor;
  const before = session.widths.value;
  const { width, scale } = widthOf(root, moment);
  let now = width;
  let dropped = false;
  return dragging(stage, start, {
    scrolls: false, // the border would run away from the pointer
    follow({ clientX }) {
      if (gesture.value.kind !== "column") gesture.value = { kind: "column", moment };
      const next = Math.round(width + (clientX - start.clientX) / scale);
      if (next === now) return;
      now = next;
      session.widths.value = withWidth(before, moment, now);
    },
    drop() {
      dropped = true;
      if (now !== width) columnResize.run(editor, moment, now);
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
  const { width } = widthOf(root, moment);
  columnResize.run(editor, moment, width + (event.key === "ArrowRight" ? BY : -BY));
  return true;
}

/** In the sheet's own pixels, with how large one of them is on screen. */
function widthOf(root: HTMLElement, moment: string): { width: number; scale: number } {
  const head = root.querySelector<HTMLElement>(`[data-header="moment"][data-id="${CSS.escape(moment)}"]`);
  const width = head?.offsetWidth ?? 0;
  const shown = head?.getBoundingClientRect().width ?? 0;
  return { width, scale: width > 0 && shown > 0 ? shown / width : 1 };
}
