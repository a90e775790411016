/** The headers under the pointer and the keyboard: their buttons are made only there, a long sheet has hundreds of headers. */
import { type Signal, signal } from "@preact/signals-core";

export interface Attended {
  /** Id of the phase, moment or lane. */
  readonly under: Signal<string | null>;
  readonly focused: Signal<string | null>;
}

export const createAttended = (): Attended => ({
  under: signal<string | null>(null),
  focused: signal<string | null>(null),
});

const headerOf = (at: EventTarget | null): string | null =>
  at instanceof Element ? (at.closest<HTMLElement>("[data-header]")?.dataset.id ?? null) : null;

/** Follows both; the result ends it. */
export function attendHeaders({ under, focused }: Attended, canvas: HTMLElement): () => void {
  // Under a finger they would come just where it is about to press: there the focus brings them, once it has.
  const over = ({ target, pointerType }: PointerEvent): void => {
    if (pointerType !== "touch") under.value = headerOf(target);
  };
  const leave = (): void => void (under.value = null);
  const come = ({ target }: Event): void => void (focused.value = headerOf(target));
  const go = ({ relatedTarget }: FocusEvent): void => void (focused.value = headerOf(relatedTarget));
  canvas.addEventListener("pointerover", over);
  canvas.addEventListener("pointerleave", leave);
  canvas.addEventListener("focusin", come);
  canvas.addEventListener("focusout", go);
  return () => {
    canvas.removeEventListener("pointerover", over);
    canvas.removeEventListener("pointerleave", leave);
    canvas.removeEventListener("focusin", come);
    canvas.removeEventListener("focusout", go);
  };
}
