/** The picture of a card that follows the pointer. */

export function createGhost(
  root: HTMLElement,
  step: string,
  count: number,
  start: Pick<PointerEvent, "clientX" | "clientY">,
): { at(x: number, y: number, copy: boolean): void; readonly remove: () => void } {
  const card = [...root.querySelectorAll<HTMLElement>("[data-step]")].find(
    (one) => one.dataset.step === step,
  );
  const ghost = document.createElement("div");
  ghost.className = "ghost";
  ghost.setAttribute("aria-hidden", "true");
  let [left, top] = [0, 0];
  if (card !== undefined) {
    const box = card.getBoundingClientRect();
    const copy = card.cloneNode(true) as HTMLElement;
    for (const marked of [copy, ...copy.querySelectorAll<HTMLElement>("*")]) {
      // A picture only: nobody should find the step or its findings here.
      delete marked.dataset.step;
      delete marked.dataset.finding;
    }
    if (count > 1) copy.dataset.count = String(count);
    [left, top] = [start.clientX - box.left, start.clientY - box.top];
    const scale = box.width / card.offsetWidth;
    copy.style.width = `${card.offsetWidth}px`;
    ghost.style.setProperty("zoom", String(scale));
    ghost.append(copy);
    left /= scale;
    top /= scale;
    ghost.dataset.scale = String(scale);
  }
  root.ownerDocument.body.append(ghost);
  return {
    at(x, y, copy) {
      ghost.toggleAttribute("data-copy", copy);
      const scale = Number(ghost.dataset.scale ?? 1);
      ghost.style.transform = `translate(${x / scale - left}px, ${y / scale - top}px)`;
    },
    remove: () => ghost.remove(),
  };
}
