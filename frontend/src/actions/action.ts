/** What a verb of the editor is. One file per verb in verbs/ exports one; menus, shortcuts and help derive from them. */
import type { Key } from "../text";
import type { Editor } from "./editor";

/** Where its keys count. Of the active scopes (see keyboard.ts) the narrowest that knows a key takes it. */
export type Scope = "step" | "cell" | "header" | "link" | "sheet" | "page";

/** Groups of the menus and of the help, in their order there. */
export const GROUPS = ["step", "link", "review", "sheet", "blueprint", "history", "view"] as const;
export type Group = (typeof GROUPS)[number];

export interface Action<Args extends readonly unknown[] = readonly [], Result = void> {
  /** Its file's name. */
  readonly id: string;
  /** Key of what menus, help and the change log call it. */
  readonly label: Key;
  readonly group: Group;
  readonly scope: Scope;
  /**
   * Keys and the arguments each gives to `run`. Notation: modifiers in the order Mod, Alt, Shift, then
   * `KeyboardEvent.key`: "Mod+Shift+z", "F2", "?". Mod is Ctrl, or Cmd on a Mac. Letters are small; Shift is not
   * written for a key that is a sign ("?").
   */
  readonly keys: Readonly<Record<string, Args>>;
  /** Whether it can run on what is selected or focused now. */
  enabled(editor: Editor): boolean;
  /** Arguments that are left out mean what is selected or focused. */
  run(editor: Editor, ...args: Args): Result;
}

/** An action as a menu or a key sees it: with arguments of its own `keys`, or none. */
export type AnyAction = Omit<Action, "keys" | "run"> & {
  readonly keys: Readonly<Record<string, readonly unknown[]>>;
  run(editor: Editor, ...args: readonly unknown[]): unknown;
};
