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
  {
    keys: ["Shift+ArrowLeft", "Shift+ArrowRight", "Shift+ArrowUp", "Shift+ArrowDown"],
    scope: "sheet",
    label: "direct.gesture.extend",
  },
  { keys: ["Alt+Shift+ArrowLeft", "Alt+Shift+ArrowRight"], scope: "header", label: "direct.gesture.resize" },
  { keys: ["Enter", "Shift+Enter"], scope: "link", label: "direct.gesture.pull" },
  { keys: [], scope: "cell", label: "actions.gesture.type" },
  { keys: [], scope: "step", label: "actions.gesture.retype" },
  { keys: ["Mod+Enter"], scope: "step", label: "actions.gesture.another" },
  {
    keys: ["Alt+ArrowLeft", "Alt+ArrowRight", "Alt+ArrowUp", "Alt+ArrowDown"],
    scope: "step",
    label: "typing.gesture.link",
  },
  { keys: ["Alt+Enter"], scope: "step", label: "typing.gesture.chain" },
  { keys: ["Shift+Enter"], scope: "step", label: "typing.gesture.break" },
  { keys: ["Tab", "Shift+Tab"], scope: "step", label: "typing.gesture.tab" },
  { keys: ["F1"], scope: "step", label: "typing.gesture.legend" },
  { keys: [], scope: "header", label: "typing.gesture.phase" },
  { keys: ["Mod+c"], scope: "step", label: "typing.copy" },
  { keys: ["Mod+x"], scope: "step", label: "typing.cut" },
  { keys: ["Mod+v"], scope: "sheet", label: "typing.paste" },
  { keys: ["Alt+l"], scope: "step", label: "actions.gesture.link" },
  { keys: ["Alt+Shift+l"], scope: "step", label: "actions.gesture.links" },
  { keys: ["Escape"], scope: "sheet", label: "actions.gesture.escape" },
  { keys: ["F6"], scope: "page", label: "actions.gesture.regions" },
];

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey"> &
  Partial<Pick<KeyboardEvent, "code" | "getModifierState">>;

/** The key with AltGr held, as "#" on a French keyboard, is a sign that is typed. Windows calls it Ctrl and Alt. */
export const typesWithAltGr = (pressed: Pressed): boolean =>
  pressed.getModifierState?.("AltGraph") === true && pressed.key.length === 1;

/** What was pressed, in the notation of `Action.keys`. */
export function keyOf(pressed: Pressed): string {
  const { ctrlKey, metaKey, shiftKey } = pressed;
  if (typesWithAltGr(pressed)) return pressed.key;
  const altKey = pressed.altKey;
  const key = altKey && isMac() ? unoptioned(pressed) : pressed.key;
  const sign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  const name = key.length === 1 ? key.toLowerCase() : key;
  const modifiers = [(isMac() ? metaKey : ctrlKey) && "Mod", altKey && "Alt", shiftKey && !sign && "Shift"];
  return [...modifiers.filter((modifier) => modifier !== false), name].join("+");
}

/**
 * What was pressed, and what else the same key may mean with Ctrl or Alt held: a digit where the layout has another
 * sign (à on a French keyboard), + where it stands above =.
 */
export function keysOf(pressed: Pressed): readonly string[] {
  const key = keyOf(pressed);
  if (!pressed.altKey && !pressed.ctrlKey && !pressed.metaKey) return [key];
  const digit = /^Digit(\d)$/.exec(pressed.code ?? "")?.[1];
  const other = key.endsWith("+=") ? "+" : digit;
  return other === undefined ? [key] : [key, key.replace(/(?<=\+)[^+]$/, other)];
}

/** The key by its place on the keyboard, as the layout in use writes it; learned from what is pressed. */
const layout = new Map<string, string>();

export function learnLayout({ key, code = "", altKey, ctrlKey, metaKey }: Pressed): void {
  if (!altKey && !ctrlKey && !metaKey && key.length === 1 && code !== "") layout.set(code, key.toLowerCase());
}

/** With Option held a Mac gives another sign ("µ" for m), or a dead key. */
function unoptioned({ key, code = "", shiftKey }: Pressed): string {
  if (key.length > 1 && key !== "Dead") return key;
  const named = /^(?:Key|Digit)(.)$/.exec(code)?.[1] ?? { Minus: "-", Equal: shiftKey ? "+" : "=" }[code];
  return layout.get(code) ?? named?.toLowerCase() ?? key;
}

/** The scopes that count now, narrowest first. */
export function activeScopes(editor: Editor): readonly Scope[] {
  const focus = editor.session.focus.value;
  if (targetLink(editor) !== null) return ["link", "sheet", "page"];
  if (focus === null) return ["page"];
  if (focus.on !== "cell") return ["header", "sheet", "page"];
  if (focus.step !== null) return ["step", "sheet", "page"];
  // On empty ground, what is selected elsewhere has its commands first.
  return editor.session.selection.value.size > 0
    ? ["step", "cell", "sheet", "page"]
    : ["cell", "sheet", "page"];
}

/**
 * What a key runs now, or null. Plain signs type in cells and on cards, so there they run nothing but the help. The
 * caller leaves out keys that a text field takes, and prevents what the browser would do.
 */
export function commandFor(editor: Editor, pressed: Pressed): (() => void) | null {
  const scopes = activeScopes(editor);
  const keys = keysOf(pressed);
  if ((scopes[0] === "cell" || scopes[0] === "step") && keys[0]?.length === 1 && keys[0] !== "?") return null;
  for (const key of keys) {
    for (const scope of scopes) {
      const action = byKey.get(scope)?.get(key);
      if (action?.enabled(editor) === true) return () => void action.run(editor, ...(action.keys[key] ?? []));
    }
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
