/** What the pointer or the focus is on, of findings: its path is lit on the sheet as long as it is there. */
import type { Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { Editor } from "../../actions/editor";

/**
 * What an element takes so that it lights its finding; what goes from the page while it is lit goes dark. A pointer lights
 * what it is moved on, not what comes to lie under it: the sheet would leave what one went to for a list that opened.
 */
export function useLight({ session }: Editor, fingerprint: string | null) {
  const { pointed, attended } = session;
  const on = (signal: Signal<string | null>) => (): void => {
    if (fingerprint !== null) signal.value = fingerprint;
  };
  const off = (signal: Signal<string | null>) => (): void => {
    if (signal.peek() === fingerprint) signal.value = null;
  };
  useEffect(
    () => () => {
      off(pointed)();
      off(attended)();
    },
    [fingerprint],
  );
  return {
    "data-finding": fingerprint ?? undefined,
    onPointerMove: on(pointed),
    onPointerLeave: off(pointed),
    onFocusIn: on(attended),
    onFocusOut: off(attended),
  };
}
