/** Which parts of the library are unfolded: it stays so while one goes to a card and comes back. */
import { signal, type Signal } from "@preact/signals-core";
import type { Editor } from "../../../actions/editor";

const kept = new WeakMap<Editor, Signal<ReadonlySet<string>>>();

const unfolded = (editor: Editor): Signal<ReadonlySet<string>> => {
  const known = kept.get(editor);
  if (known !== undefined) return known;
  const made = signal<ReadonlySet<string>>(new Set());
  kept.set(editor, made);
  return made;
};

/** Read inside a component: it follows. */
export const isUnfolded = (editor: Editor, part: string): boolean => unfolded(editor).value.has(part);

export function unfold(editor: Editor, part: string, open = true): void {
  const parts = unfolded(editor);
  if (parts.peek().has(part) === open) return;
  const next = new Set(parts.peek());
  if (open) next.add(part);
  else next.delete(part);
  parts.value = next;
}

/** A section is called by its type, an entry by type and id. */
export const entryOf = (type: string, id: string): string => `${type}/${id}`;
