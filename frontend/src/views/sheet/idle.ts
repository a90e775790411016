/** Work for when the browser has nothing else to do. */

/** Not every browser has idle time to give. */
export const whenIdle = (work: () => void): number =>
  "requestIdleCallback" in window
    ? window.requestIdleCallback(work, { timeout: 1000 })
    : setTimeout(work, 200);
export function cancelIdle(id: number): void {
  if ("cancelIdleCallback" in window) window.cancelIdleCallback(id);
  else clearTimeout(id);
}
