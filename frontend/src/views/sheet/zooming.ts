/** Sizes of the sheet that concern its place as well: zoom to a selection or a phase, and keeping the middle on the way. */
import { effect, untracked } from "@preact/signals-core";
import type { ZoomTo } from "../../actions/session";
import { LEAST, MOST } from "../../actions/zoom";
import type { Scene } from "./scene";

/** A phase may be so many screens high: fitted to its height, a short one would be no larger than the whole sheet. */
const SCREENS = 2;
/** Pixels on screen around what is shown. */
const AROUND = 24;

/** Begins to follow the requests; the result ends it. Nothing moves by itself here: the new size is there at once. */
export function followZoom(scene: Scene, root: HTMLElement, canvas: HTMLElement): () => void {
  const { session } = scene.editor;
  let last = { left: 0, top: 0, width: 0, height: 0 };
  const note = (): void => {
    last = { left: root.scrollLeft, top: root.scrollTop, width: root.scrollWidth, height: root.scrollHeight };
  };

  /** What was in the middle stays there. The wheel then puts right what lies under the pointer. */
  function keepMiddle(): void {
    const { left, top, width, height } = last;
    const [x, y] = [root.clientWidth / 2, root.clientHeight / 2];
    if (width > 0 && height > 0 && session.zoom.peek() !== "fit") {
      root.scrollLeft = ((left + x) / width) * root.scrollWidth - x;
      root.scrollTop = ((top + y) / height) * root.scrollHeight - y;
    }
    note();
  }

  function zoomTo(target: ZoomTo): void {
    const elements = elementsOf(target, scene, canvas);
    if (elements.length === 0) return;
    // Columns are narrower on a larger sheet: a second look finds the size that fits them.
    for (let i = 0; i < 3; i++) {
      const scale = scene.scale.peek();
      const room = roomIn(root, canvas);
      const box = boxOf(elements, target, canvas);
      const across = (room.right - room.left - 2 * AROUND) / box.width;
      const along = (room.bottom - room.top - 2 * AROUND) / box.height;
      const by = Math.min(across, target.on === "phase" ? SCREENS * along : along);
      // The labels and the head grow too: half the way is nearer than the whole one.
      const next = Math.min(MOST, Math.max(LEAST, i === 0 ? scale * Math.sqrt(by) : scale * by));
      if (Number.isFinite(next) && Math.abs(next / scale - 1) > 0.01) session.zoom.value = next;
    }
    const room = roomIn(root, canvas);
    const box = boxOf(elements, target, canvas);
    root.scrollLeft += box.left + box.width / 2 - (room.left + room.right) / 2;
    // What is higher than the room begins at its top.
    const high = box.height > room.bottom - room.top - 2 * AROUND;
    root.scrollTop += high
      ? box.top - room.top - AROUND
      : box.top + box.height / 2 - (room.top + room.bottom) / 2;
    note();
  }

  root.addEventListener("scroll", note, { passive: true });
  // Later: to ask now would have a sheet that was just drawn laid out once more before it takes input.
  const first = setTimeout(note, 300);
  let zoom = session.zoom.peek();
  const ends = [
    effect(() => {
      const next = session.zoom.value;
      if (next === zoom) return;
      zoom = next;
      untracked(keepMiddle);
    }),
    effect(() => {
      const target = session.zoomTo.value;
      if (target === null) return;
      // Not within this effect: a size that is set takes effect at once only outside of one.
      queueMicrotask(() => {
        if (session.zoomTo.peek() !== target) return;
        session.zoomTo.value = null;
        zoomTo(target);
      });
    }),
  ];
  return () => {
    clearTimeout(first);
    root.removeEventListener("scroll", note);
    for (const end of ends) end();
  };
}

/** What of the sheet is not under the labels and the head, in client coordinates. */
function roomIn(root: HTMLElement, canvas: HTMLElement) {
  const box = root.getBoundingClientRect();
  const head = canvas.querySelector(".head")?.getBoundingClientRect().height ?? 0;
  const label = canvas.querySelector(".lane > .label")?.getBoundingClientRect().width ?? 0;
  return {
    left: box.left + label,
    top: box.top + head,
    right: box.left + root.clientWidth,
    bottom: box.top + root.clientHeight,
  };
}

function elementsOf(target: ZoomTo, { editor }: Scene, canvas: HTMLElement): readonly Element[] {
  const find = (selector: string): Element[] => [...canvas.querySelectorAll(selector)];
  if (target.on === "steps") return target.ids.flatMap((id) => find(`[data-step="${CSS.escape(id)}"]`));
  const span = editor.sheet.peek().phases.find(({ phase }) => phase.id === target.id);
  return (span?.moments ?? []).flatMap(({ id }) =>
    find(`[data-header="moment"][data-id="${CSS.escape(id)}"]`),
  );
}

/** Of a phase: its columns, as high as all lanes. */
function boxOf(elements: readonly Element[], target: ZoomTo, canvas: HTMLElement): DOMRect {
  const high = target.on === "phase" ? [...canvas.querySelectorAll(".feelings, .lane")] : [];
  const boxes = elements.map((element) => element.getBoundingClientRect());
  const rows = high.length > 0 ? high.map((row) => row.getBoundingClientRect()) : boxes;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...rows.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...rows.map((box) => box.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
