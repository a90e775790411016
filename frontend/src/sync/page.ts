/** What synchronising needs to know of the page it runs in; a page without a document counts as always seen. */

export interface Page {
  visible(): boolean;
  /** Called when the page is seen again or the network is back: a good moment to try. */
  onWake(wake: () => void): () => void;
  /** Asks before the page is closed while `unsafe` says that something would be lost with it. */
  guard(unsafe: () => boolean): () => void;
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
};
