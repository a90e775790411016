/** Which finding is lit on the sheet: the one under the pointer, else the one with the focus, else the unfolded one. */
import { computed, effect, signal } from "@preact/signals";
import type { Editor } from "../../actions/editor";

export interface Light {
  point(fingerprint: string | null): void;
  focus(fingerprint: string | null): void;
  /** The unfolded one keeps its path lit while people talk about it. */
  readonly unfolded: { value: string | null };
  stop(): void;
}

export function createLight(editor: Editor): Light {
  const pointed = signal<string | null>(null);
  const focused = signal<string | null>(null);
  const unfolded = signal<string | null>(null);
  /** A finding that is gone, or a list that is folded, lights nothing. */
  const lit = computed(() => {
    const wanted = [pointed.value, focused.value, unfolded.value];
    const { findings } = editor.findings.value;
    const known = (fingerprint: string | null): boolean =>
      findings.some((one) => one.fingerprint === fingerprint);
    return editor.session.tray.value ? (wanted.find(known) ?? null) : null;
  });
  const stop = effect(() => {
    const { value } = lit;
    editor.session.lit.value = value;
  });
  return {
    point: (fingerprint) => (pointed.value = fingerprint),
    focus: (fingerprint) => (focused.value = fingerprint),
    unfolded,
    stop,
  };
}
