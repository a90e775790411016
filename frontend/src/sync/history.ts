/** What this page can undo and redo: its own changes only, newest first, for as long as it lives (rule C9). */
import type { Outgoing } from "./queue";

/** How to take one more step: by naming a change to take back, or by making again what never left the page. */
export type Step =
  | { readonly how: "revert"; readonly change: string; readonly label: string }
  | { readonly how: "again"; readonly change: Outgoing; readonly label: string };

export interface History {
  readonly undoable: string | null;
  readonly redoable: string | null;
  /** A new change: what was undone before can no longer be redone. */
  made(change: string, label: string): void;
  /** Takes the step on top of one side; `perform` does it and gives the step back, which goes to the other side. */
  undo(perform: (step: Step) => Step): string | null;
  redo(perform: (step: Step) => Step): string | null;
  /** The server refused a change: it can be neither undone nor redone. */
  forget(change: string): void;
}

export function createHistory(): History {
  let undos: Step[] = [];
  let redos: Step[] = [];
  const shift = (from: Step[], to: Step[], perform: (step: Step) => Step): string | null => {
    const step = from.pop();
    if (step === undefined) return null;
    to.push(perform(step));
    return step.label;
  };
  return {
    get undoable() {
      return undos.at(-1)?.label ?? null;
    },
    get redoable() {
      return redos.at(-1)?.label ?? null;
    },
    made(change, label) {
      undos.push({ how: "revert", change, label });
      redos = [];
    },
    undo: (perform) => shift(undos, redos, perform),
    redo: (perform) => shift(redos, undos, perform),
    forget(change) {
      const stays = (step: Step): boolean => step.how === "again" || step.change !== change;
      undos = undos.filter(stays);
      redos = redos.filter(stays);
    },
  };
}
