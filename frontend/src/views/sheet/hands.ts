/**
 * What belongs to working on the sheet by hand: marks on cards and cells, the rectangle of a selection, the grips of the
 * chosen link, widths of columns, the zoom to something, the map.
 */
import { effect } from "@preact/signals-core";
import type { Gesture } from "../../interactions/gesture";
import { createEnds } from "../links/ends";
import { bringFolds, foldedWidths } from "./folds";
import { setWidths } from "./gutters";
import { cancelIdle, whenIdle } from "./idle";
import { createMarks } from "./marks";
import type { Scene } from "./scene";
import { followZoom } from "./zooming";

/** The result ends it. */
export function bringHands(scene: Scene, root: HTMLElement, canvas: HTMLElement): () => void {
  const { gesture } = scene.interactions;
  const marks = createMarks(canvas);
  const rectangle = createRectangle(root);
  const grips = createEnds(scene, canvas);
  const shownWidths = foldedWidths(scene.editor);
  let known: ReadonlyMap<string, number> | null = shownWidths.peek().size === 0 ? shownWidths.peek() : null;
  const ends = [
    effect(() => {
      marks(gesture.value);
      rectangle.show(gesture.value);
    }),
    effect(() => grips.show(gesture.value)),
    shownWidths.subscribe((widths) => {
      if (widths === known) return;
      known = widths;
      setWidths(canvas, widths);
      scene.moved();
    }),
    bringFolds(scene, canvas),
    followZoom(scene, root, canvas),
    bringMapLater(scene, root, canvas),
  ];
  return () => {
    for (const end of ends) end();
    rectangle.remove();
    grips.remove();
  };
}

/** Small sheets do without the map: it is fetched once the sheet stands. */
function bringMapLater(...where: [scene: Scene, root: HTMLElement, canvas: HTMLElement]): () => void {
  let end: (() => void) | null = null;
  let ended = false;
  const waiting = whenIdle(() => {
    import("./map").then(
      ({ bringMap }) => {
        if (!ended) end = bringMap(...where);
      },
      () => undefined, // off line: one scrolls without it
    );
  });
  return () => {
    ended = true;
    cancelIdle(waiting);
    end?.();
  };
}

/** The rectangle that is drawn over the ground, as far as it lies on the sheet. */
function createRectangle(root: HTMLElement): { show(gesture: Gesture): void; remove(): void } {
  const element = document.createElement("div");
  element.className = "marquee";
  element.setAttribute("aria-hidden", "true");
  return {
    show(gesture) {
      if (gesture.kind !== "marquee") {
        element.remove();
        return;
      }
      const { from, to } = gesture;
      const sheet = root.getBoundingClientRect();
      const left = Math.max(sheet.left, Math.min(from.x, to.x));
      const top = Math.max(sheet.top, Math.min(from.y, to.y));
      const right = Math.min(sheet.right, Math.max(from.x, to.x));
      const bottom = Math.min(sheet.bottom, Math.max(from.y, to.y));
      element.style.transform = `translate(${left}px, ${top}px)`;
      element.style.width = `${Math.max(0, right - left)}px`;
      element.style.height = `${Math.max(0, bottom - top)}px`;
      if (!element.isConnected) document.body.append(element);
    },
    remove: () => element.remove(),
  };
}
