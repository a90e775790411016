/** Which keys run which action, where; and how keys are written for people. Interactions take their gestures first. */
import { isMac } from "./platform";
import type { AnyAction, Scope } from "./action";
import type { Editor } from "./editor";
import { actions } from "./registry";
import { isKey, t, type Key } from "../text";
import { targetLink } from "./targets";

/** Keys that interactions take, for the help: they begin or steer something that lasts. */
export const gestures: readonly {
  readonly keys: readonly string[];
  readonly scope: Scope;
  readonly label: Key;
}[] = [
  {
    keys: ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"],
    scope: "sheet",
    label: "actions.gesture.arrows",
  },
  { keys: [], scope: "cell", label: "actions.gesture.type" },
  { keys: ["l"], scope: "step", label: "actions.gesture.link" },
  { keys: ["Escape"], scope: "sheet", label: "actions.gesture.escape" },
  { keys: ["F6"], scope: "page", label: "actions.gesture.regions" },
];

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** What was pressed, in the notation of `Action.keys`. */
export function keyOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): string {
  const sign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  const name = key.length === 1 ? key.toLowerCase() : key;
  const modifiers = [(isMac() ? metaKey : ctrlKey) && "Mod", altKey && "Alt", shiftKey && !sign && "Shift"];
  return [...modifiers.filter((modifier) => modifier !== false), name].join("+");
}

/** The scopes that count now, narrowest first. */
export function activeScopes(editor: Editor): readonly Scope[] {
  const focus = editor.session.focus.value;
  if (targetLink(editor) !== null) return ["link", "sheet", "page"];
  if (focus === null) return ["page"];
  if (focus.on !== "cell") return ["header", "sheet", "page"];
  return [focus.step === null ? "cell" : "step", "sheet", "page"];
}

/**
 * What a key runs now, or null. Plain characters type where a cell is empty, so there they run nothing. The caller
 * leaves out keys that a text field takes, and prevents what the browser would do.
 */
export function commandFor(editor: Editor, pressed: Pressed): (() => void) | null {
  const scopes = activeScopes(editor);
  const key = keyOf(pressed);
  if (scopes[0] === "cell" && key.length === 1) return null;
  for (const scope of scopes) {
    const action = byKey.get(scope)?.get(key);
    if (action?.enabled(editor) === true) return () => void action.run(editor, ...(action.keys[key] ?? []));
  }
  return null;
}

const byKey = new Map<Scope, Map<string, AnyAction>>();
for (const action of actions) {
  const keys = byKey.get(action.scope) ?? new Map<string, AnyAction>();
  for (const key of Object.keys(action.keys)) keys.set(key, action);
  byKey.set(action.scope, keys);
}

/** How a key is written on the keyboard in front of the reader: "Ctrl+Maj+Z", "⌘⇧Z". */
export function keyLabel(key: string): string {
  const parts = key === "+" ? ["+"] : key.split(/\+(?=.)/);
  const names = parts.map((part) => {
    if (part === "Mod") return isMac() ? "⌘" : "Ctrl";
    const named = `actions.key.${part}`;
    return isKey(named) ? t(named) : part.toUpperCase();
  });
  return names.join(isMac() ? "" : "+");
}
