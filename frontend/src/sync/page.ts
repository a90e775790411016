/** What synchronising needs to know of the page it runs in; a page without a document counts as always seen. */

export interface Page {
  visible(): boolean;
  /** Called when the page is seen again or the network is back: a good moment to try. */
  onWake(wake: () => void): () => void;
  /** Asks before the page is closed while `unsafe` says that something would be lost with it. */
  guard(unsafe: () => boolean): () => void;
  /** Runs once the frame is drawn that shows what was just done, at once where nothing is drawn. */
  drawn(run: () => void): void;
}

/** A page that is not shown draws no frame. */
const NO_FRAME_MS = 100;

/** What waits for a frame. A page that is being left draws none: then it runs at once. */
const waiting = new Set<() => void>();
let leaving: boolean | null = null; // null: nobody watches yet

function watchLeaving(): void {
  leaving = false;
  const flush = (): void => {
    for (const run of waiting) run();
  };
  addEventListener(
    "pagehide",
    () => {
      leaving = true;
      flush();
    },
    true,
  );
  addEventListener("pageshow", () => (leaving = false));
  document.addEventListener("visibilitychange", flush);
}

export const page: Page = {
  visible: () => typeof document === "undefined" || document.visibilityState === "visible",
  onWake(wake) {
    if (typeof document === "undefined") return () => undefined;
    const seen = (): void => {
      if (document.visibilityState === "visible") wake();
    };
    document.addEventListener("visibilitychange", seen);
    addEventListener("online", wake);
    return () => {
      document.removeEventListener("visibilitychange", seen);
      removeEventListener("online", wake);
    };
  },
  guard(unsafe) {
    if (typeof document === "undefined") return () => undefined;
    const ask = (event: BeforeUnloadEvent): void => {
      if (unsafe()) event.preventDefault();
    };
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  },
  drawn(run) {
    if (typeof requestAnimationFrame !== "function") {
      run();
      return;
    }
    if (leaving === null) watchLeaving();
    if (leaving === true || !page.visible()) {
      run();
      return;
    }
    const once = (): void => {
      if (waiting.delete(once)) run();
    };
    waiting.add(once);
    requestAnimationFrame(() => setTimeout(once));
    setTimeout(once, NO_FRAME_MS);
  },
};
