/** A rectangle drawn over empty ground: the cards that it touches are selected. With Shift or Ctrl they are added. */
import type { Step } from "../model/records";
import { inOrder } from "../model/siblings";
import { t } from "../text";
import { type Held, dragging } from "./dragging";
import type { Point } from "./gesture";
import type { Stage, State } from "./state";

interface Box extends Point {
  readonly step: string;
  readonly right: number;
  readonly bottom: number;
}

export function marquee(stage: Stage, start: Held): State {
  const { editor, root, gesture } = stage;
  const { session, state } = editor;
  const before = { selection: session.selection.value, focus: session.focus.value };
  const base: ReadonlySet<string> = adds(start) ? before.selection : new Set();
  const from = inSheet(root, start);
  const boxes = boxesOf(root);
  let dropped = false;
  session.selectedLink.value = null;
  session.opened.value = null;

  return dragging(stage, start, {
    follow(at) {
      const to = inSheet(root, at);
      gesture.value = {
        kind: "marquee",
        from: { x: from.x - root.scrollLeft, y: from.y - root.scrollTop },
        to: { x: at.clientX, y: at.clientY },
      };
      session.choose([...base, ...touchedBy(boxes, from, to)]);
    },
    drop() {
      dropped = true;
      const steps = [...session.selection.value].flatMap((id) => state.value.step.get(id) ?? []);
      stand(inOrder(steps));
    },
    leave() {
      if (!dropped) session.selection.value = before.selection; // Escape
    },
  });

  /** The keyboard goes on from the first of them. */
  function stand(steps: readonly Step[]): void {
    const [first] = steps;
    if (first !== undefined) {
      session.focus.value = { on: "cell", lane: first.lane, moment: first.moment, step: first.id };
    }
    session.announce(t("direct.said.selected", { n: steps.length }));
  }
}

const adds = ({ shiftKey, ctrlKey, metaKey }: Held): boolean => shiftKey || ctrlKey || metaKey;

/** Client coordinates as they would be, were the sheet not scrolled: a card keeps them while it scrolls. */
const inSheet = (root: HTMLElement, { clientX, clientY }: Held): Point => ({
  x: clientX + root.scrollLeft,
  y: clientY + root.scrollTop,
});

/** Read once: cards stay where they are while the rectangle is drawn. */
function boxesOf(root: HTMLElement): Box[] {
  const { scrollLeft, scrollTop } = root;
  return [...root.querySelectorAll<HTMLElement>("[data-step]")].map((card) => {
    const { left, top, right, bottom } = card.getBoundingClientRect();
    return {
      step: card.dataset.step ?? "",
      x: left + scrollLeft,
      y: top + scrollTop,
      right: right + scrollLeft,
      bottom: bottom + scrollTop,
    };
  });
}

/** The cards that share a point with the rectangle between two corners. */
export function touchedBy(boxes: readonly Box[], a: Point, b: Point): string[] {
  const [left, right] = a.x < b.x ? [a.x, b.x] : [b.x, a.x];
  const [top, bottom] = a.y < b.y ? [a.y, b.y] : [b.y, a.y];
  return boxes
    .filter((box) => box.x <= right && box.right >= left && box.y <= bottom && box.bottom >= top)
    .map(({ step }) => step);
}
