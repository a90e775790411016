/** The sheet on a page that lays nothing out: what jsdom lacks, and hands for keys and pointer. */
import { h } from "preact";
import { beforeEach, vi } from "vitest";
import type { Editor } from "../../../src/actions/editor";
import { listen } from "../../../src/views/shell/keys";
import { Sheet } from "../../../src/views/sheet/Sheet";
import { open, type Page, settle } from "../page";

export { settle, stillTime } from "../page";

export function noLayout(): void {
  beforeEach(() => {
    vi.stubGlobal("CSS", { escape: (text: string) => text });
    const fonts = Object.assign(new EventTarget(), { [Symbol.iterator]: () => [][Symbol.iterator]() });
    Object.defineProperty(document, "fonts", { value: fonts, configurable: true });
  });
}

export async function openSheet(options: Parameters<typeof open>[1] = {}): Promise<Page> {
  const page = await open((editor) => h("main", { "data-region": "sheet" }, h(Sheet, { editor })), options);
  stop?.();
  stop = listen(page.editor);
  await settle();
  return page;
}
let stop: (() => void) | undefined;

export const card = (id: string): HTMLElement => one(`[data-step="${id}"]`);
export const cell = (lane: string, moment: string): HTMLElement =>
  one(`[data-lane="${lane}"][data-moment="${moment}"]`);
export const header = (on: string, id: string): HTMLElement => one(`[data-header="${on}"][data-id="${id}"]`);
function one(selector: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`nothing on the sheet is ${selector}`);
  return found;
}

/** Presses keys one after the other where the focus is; words in a field are typed. */
export async function keys(...pressed: string[]): Promise<void> {
  for (const combined of pressed) {
    const parts = combined.split("+").filter((part) => part !== "");
    const key = combined === "+" ? "+" : (parts.at(-1) ?? "");
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(
      new KeyboardEvent("keydown", {
        key,
        ctrlKey: parts.includes("Ctrl"),
        altKey: parts.includes("Alt"),
        shiftKey: parts.includes("Shift"),
        bubbles: true,
        cancelable: true,
      }),
    );
    await settle(30);
  }
}
export async function keyed(key: string, more: KeyboardEventInit = {}): Promise<KeyboardEvent> {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
  (document.activeElement ?? document.body).dispatchEvent(event);
  await settle(30);
  return event;
}
/** Begins with its first letter's key, as a person does, then writes the rest. */
export async function write(text: string): Promise<void> {
  if (!(document.activeElement instanceof HTMLTextAreaElement)) await keys(text.charAt(0));
  const field = document.activeElement;
  if (!(field instanceof HTMLTextAreaElement)) throw new Error("no field has the focus");
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

const pointer = (type: string, more: PointerEventInit = {}): PointerEvent =>
  new PointerEvent(type, { bubbles: true, cancelable: true, isPrimary: true, button: 0, ...more });

/** What lies under the pointer while it moves: jsdom can't tell. */
function under(target: Element | null): void {
  document.elementsFromPoint = () => (target === null ? [] : [target]);
}

export async function press(target: Element, more: PointerEventInit = {}): Promise<void> {
  target.dispatchEvent(pointer("pointerdown", more));
  target.dispatchEvent(pointer("pointerup", more));
  await settle(30);
}
/** Down on one element, over to another; `drop` false leaves the pointer down. */
export async function drag(from: Element, to: Element | null, { drop = true } = {}): Promise<void> {
  from.dispatchEvent(pointer("pointerdown", { clientX: 0, clientY: 0 }));
  under(to);
  document.dispatchEvent(pointer("pointermove", { clientX: 40, clientY: 40 }));
  document.dispatchEvent(pointer("pointermove", { clientX: 50, clientY: 50 }));
  if (drop) document.dispatchEvent(pointer("pointerup", { clientX: 50, clientY: 50 }));
  await settle(30);
}

export const focused = (): string | undefined => {
  const { step, id, header: on, lane, moment } = (document.activeElement as HTMLElement).dataset;
  return step ?? (on === undefined ? lane && `${lane} ${moment ?? ""}` : `${on} ${id ?? ""}`);
};
export const titles = (editor: Editor, lane: string, moment: string): string[] =>
  editor.sheet.value.cell(lane, moment).map((step) => step.title);
