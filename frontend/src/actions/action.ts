/** What a verb of the editor is. One file per verb exports one as its default; menus, shortcuts and help derive from them. */
import type { Key } from "../text";
import type { Editor } from "./editor";

/** Where its keys count: the first of the active scopes that knows a key takes it (`step`, then `sheet`, then `page`). */
export type Scope = "step" | "cell" | "header" | "link" | "sheet" | "page";

/** Groups of the menus and of the help, in their order there. */
export type Group = "step" | "link" | "sheet" | "blueprint" | "history" | "view";

export interface Action<Args extends readonly unknown[] = readonly []> {
  /** Its file's name. */
  readonly id: string;
  /** Key of what menus and help call it. */
  readonly label: Key;
  readonly group: Group;
  readonly scope: Scope;
  /**
   * Keys and what each gives to `run`. Notation: modifiers in the order Mod, Alt, Shift, then `KeyboardEvent.key`:
   * "Mod+Shift+z", "F2", "?". Mod is Ctrl, or Cmd on a Mac. Shift is not written for a key that is a sign ("?").
   */
  readonly keys: Readonly<Record<string, Args>>;
  /** Whether it can run on what is selected or focused now. */
  enabled(editor: Editor): boolean;
  /** Without arguments it acts on what is selected or focused. */
  run(editor: Editor, ...args: Args): void;
}
