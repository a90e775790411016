/** Ctrl and the wheel (or a pinch) change the size; what lies under the pointer stays there. */
import type { Editor } from "../actions/editor";

const LEAST = 0.25;
const MOST = 2;

/** `scaleNow` is the size on screen, also where the sheet is fitted; the view applies a change before `keep` is called. */
export function zoomBy(editor: Editor, root: HTMLElement, event: WheelEvent, scaleNow: number): void {
  const box = root.getBoundingClientRect();
  const [x, y] = [event.clientX - box.left, event.clientY - box.top];
  const across = (root.scrollLeft + x) / root.scrollWidth;
  const along = (root.scrollTop + y) / root.scrollHeight;
  const pixels = event.deltaMode === 0 ? event.deltaY : event.deltaY * 30;
  const scale = Math.min(MOST, Math.max(LEAST, scaleNow * Math.exp(-pixels * 0.002)));
  editor.session.zoom.value = Math.abs(scale - 1) < 0.02 ? 1 : scale;
  root.scrollLeft = across * root.scrollWidth - x;
  root.scrollTop = along * root.scrollHeight - y;
}
