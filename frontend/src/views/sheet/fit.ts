/** The size at which the whole sheet can be seen. */

const LEAST = 0.2;

/** Tries sizes: columns grow wider as the sheet gets smaller, so its height does not follow in step. */
export function fitted(root: HTMLElement, canvas: HTMLElement): number {
  let scale = 1;
  for (let i = 0; i < 4; i++) {
    canvas.style.setProperty("zoom", String(scale));
    const tooWide =
      canvas.scrollWidth * scale > root.clientWidth ? root.clientWidth / (canvas.scrollWidth * scale) : 1;
    const tooHigh = root.clientHeight / canvas.getBoundingClientRect().height;
    const by = Math.min(tooWide, tooHigh, 1);
    if (by > 0.995) break;
    scale = Math.max(LEAST, scale * by);
  }
  return scale;
}
