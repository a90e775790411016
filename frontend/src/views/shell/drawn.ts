/** What changed in this task is in the page two turns later: the first may still be before the drawing. */
export const drawn = (run: () => void): void => queueMicrotask(() => queueMicrotask(run));
