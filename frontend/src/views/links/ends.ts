/** The two ends of the chosen link: small grips at its cards, each of which can be pulled to another card. */
import type { Gesture, End } from "../../interactions/gesture";
import type { Scene } from "../sheet/scene";

/** A function to call when the link, its way or the gesture may be another. */
export function createEnds(
  scene: Scene,
  canvas: HTMLElement,
): { show(gesture: Gesture): void; remove(): void } {
  const { session, state } = scene.editor;
  const grips = { source: grip("source"), target: grip("target") };

  return {
    show(gesture) {
      const id = session.selectedLink.value;
      const drawn = scene.plan.value.cards.length > 0; // its way may be another since
      const points =
        !drawn || id === null || !state.value.link.has(id) || gesture.kind === "link"
          ? null
          : endsOf(canvas, id);
      for (const [end, element] of Object.entries(grips)) {
        const at = points?.[end as End];
        if (id === null || at === undefined) {
          element.remove();
          continue;
        }
        element.dataset.of = id;
        element.style.transform = `translate(${at[0]}px, ${at[1]}px)`;
        if (!element.isConnected) canvas.append(element);
      }
    },
    remove() {
      grips.source.remove();
      grips.target.remove();
    },
  };
}

function grip(end: End): HTMLElement {
  const element = document.createElement("div");
  element.className = "link-grip";
  element.dataset.linkEnd = end;
  element.setAttribute("aria-hidden", "true"); // Enter and Shift+Enter do the same
  return element;
}

type Place = readonly [x: number, y: number];

/** Where the drawn link begins and where its head ends, in the canvas's own pixels. */
function endsOf(canvas: HTMLElement, id: string): Readonly<Record<End, Place>> | null {
  const link = canvas.querySelector(`[data-link="${CSS.escape(id)}"]`);
  const numbers = (name: string): number[] =>
    (
      link
        ?.querySelector(name)
        ?.getAttribute("d")
        ?.match(/-?\d+(?:\.\d+)?/g) ?? []
    ).map(Number);
  const [line, head] = [numbers(".link-line"), numbers(".link-head")];
  const [x, y] = line;
  const [u, v] = head.length >= 2 ? head : line.slice(-2);
  if (x === undefined || y === undefined || u === undefined || v === undefined) return null;
  return { source: [x, y], target: [u, v] };
}
