/** Scrolls while something is dragged near the edge of the sheet. */

const NEAR = 48;
const FASTEST = 18;

export function createEdges(
  root: HTMLElement,
  moved: () => void,
): { at(x: number, y: number): void; stop(): void } {
  let [dx, dy] = [0, 0];
  let frame = 0;
  const step = (): void => {
    frame = 0;
    if (dx === 0 && dy === 0) return;
    const { scrollLeft, scrollTop } = root;
    root.scrollLeft += dx;
    root.scrollTop += dy;
    if (root.scrollLeft !== scrollLeft || root.scrollTop !== scrollTop) moved();
    frame = requestAnimationFrame(step);
  };
  const pull = (before: number, after: number): number =>
    before < NEAR
      ? -FASTEST * (1 - Math.max(0, before) / NEAR)
      : after < NEAR
        ? FASTEST * (1 - Math.max(0, after) / NEAR)
        : 0;
  return {
    at(x, y) {
      const box = root.getBoundingClientRect();
      dx = pull(x - box.left, box.right - x);
      dy = pull(y - box.top, box.bottom - y);
      if (frame === 0) frame = requestAnimationFrame(step);
    },
    stop() {
      cancelAnimationFrame(frame);
      [dx, dy] = [0, 0];
    },
  };
}
