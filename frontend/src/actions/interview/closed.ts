/** Facts that nobody knows, or that were said to be none: not asked again on this page, nor after it is loaded again. */
import type { Editor } from "../editor";

const CLOSED = "rectoverso.interview.";

export function close(editor: Editor, key: string): void {
  editor.session.closed.value = new Set([...editor.session.closed.value, key]);
  remember(editor);
}

export function reopen(editor: Editor, key: string): void {
  if (!editor.session.closed.value.has(key)) return;
  editor.session.closed.value = new Set([...editor.session.closed.value].filter((one) => one !== key));
  remember(editor);
}

/** What was said on this page before it was loaded again; a browser that keeps nothing asks anew. */
export function recallClosed(blueprint: string): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(CLOSED + blueprint) ?? "[]");
    return new Set(Array.isArray(kept) ? kept.filter((key) => typeof key === "string") : []);
  } catch {
    return new Set();
  }
}

function remember({ config, session }: Editor): void {
  try {
    sessionStorage.setItem(CLOSED + config.blueprint, JSON.stringify([...session.closed.value]));
  } catch {
    // Asked once more after the page is loaded again.
  }
}
