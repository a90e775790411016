/**
 * Keys that are pressed while what the key before them opened is still fetched: they are kept, and pressed again where the
 * keyboard then stands. On a slow network a note's first words would else be typed over the card.
 */

import { drawn } from "./drawn";

/** One for each part that is waited for. */
const holders = new Set<object>();
let held: KeyboardEvent[] = [];

/** "Enter", "F2": keys that write nothing; all others are what they write. */
const NAMED = /^[A-Z][A-Za-z0-9]+$/;
const MODIFIERS: ReadonlySet<string> = new Set(["Shift", "Control", "Alt", "Meta", "AltGraph", "CapsLock"]);

/**
 * Keeps keys from now on; the result, once nobody else keeps them, presses them again, or lets them go where what they were
 * for did not come. A press of the pointer ends it.
 */
export function holdKeys(): (came: boolean) => void {
  const holder = {};
  holders.add(holder);
  window.addEventListener("keydown", keep, true);
  window.addEventListener("pointerdown", drop, true);
  return (came) => {
    if (!came) held = [];
    if (!holders.delete(holder) || holders.size > 0) return;
    const keys = held;
    end();
    void press(keys);
  };
}

function keep(event: KeyboardEvent): void {
  if (event.isComposing || MODIFIERS.has(event.key)) return;
  if (event.key === "Escape") {
    drop(); // who gives up waiting has the keyboard back
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  held.push(event);
}

function drop(): void {
  holders.clear();
  end();
}

function end(): void {
  held = [];
  window.removeEventListener("keydown", keep, true);
  window.removeEventListener("pointerdown", drop, true);
}

async function press(keys: readonly KeyboardEvent[]): Promise<void> {
  for (const event of keys) {
    const target = document.activeElement ?? document.body;
    const { key, code, ctrlKey, shiftKey, altKey, metaKey } = event;
    const again = new KeyboardEvent("keydown", {
      key, code, ctrlKey, shiftKey, altKey, metaKey, bubbles: true, cancelable: true,
    }); // prettier-ignore
    if (target.dispatchEvent(again) && !ctrlKey && !metaKey) write(target, key);
    await new Promise<void>(drawn);
  }
}

/** What the browser itself does with a key in a field, which it does for a person's keys alone. */
function write(target: Element, key: string): void {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return;
  const text = key === "Enter" && target instanceof HTMLTextAreaElement ? "\n" : key;
  const [from, to] = [target.selectionStart, target.selectionEnd];
  if (from === null || to === null) return; // a field without text: a date, a box to tick
  if (text === "Backspace") target.setRangeText("", from === to ? Math.max(0, from - 1) : from, to, "end");
  else if (!NAMED.test(text)) target.setRangeText(text, from, to, "end");
  else return;
  target.dispatchEvent(new InputEvent("input", { bubbles: true, data: text }));
}
