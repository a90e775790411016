/** Parts of the page that are on their way: who wants to lead the focus into one waits for it. */

const awaited = new Set<Promise<void>>();

export function arriving(part: Promise<void>): void {
  awaited.add(part);
  void part.finally(() => awaited.delete(part));
}

const drawn = (run: () => void): void => void requestAnimationFrame(() => requestAnimationFrame(run));

/** Once what was just changed is drawn, with the parts that it asked for. */
export function afterDrawing(run: () => void): void {
  drawn(() => {
    if (awaited.size === 0) run();
    else void Promise.all(awaited).then(() => drawn(run));
  });
}
