/** What a link is drawn from: handles on the card under the pointer or the keyboard. */
import { t } from "../../text";
import { element } from "./card";
import type { Scene } from "./scene";

/** A function that gives a card the handles; null takes them off. */
export function createHandles(scene: Scene): (card: HTMLElement | undefined) => void {
  let handles: HTMLElement | null = null;
  return (card) => {
    const before = handles?.parentElement;
    if (before === card && card !== undefined) return;
    delete before?.dataset.attended;
    if (card === undefined) {
      handles?.remove();
      return;
    }
    handles ??= makeHandles(scene);
    card.append(handles);
    card.dataset.attended = "";
  };
}

/** One in the middle of each edge, for the hand; who hears the card is told of the first alone. */
function makeHandles(scene: Scene): HTMLElement {
  const handles = element("span", "handles");
  for (const [at, edge] of ["right", "bottom", "left", "top"].entries()) {
    const handle = element("button", `handle ${edge}`) as HTMLButtonElement;
    handle.type = "button";
    handle.dataset.handle = "";
    handle.tabIndex = -1;
    handle.setAttribute("aria-label", t("sheet.card.link"));
    if (at > 0) handle.setAttribute("aria-hidden", "true");
    handles.append(handle);
  }
  handles.addEventListener("click", () => {
    const id = handles.closest<HTMLElement>("[data-step]")?.dataset.step;
    if (id !== undefined) scene.interactions.link(id);
  });
  return handles;
}
