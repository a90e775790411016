// @vitest-environment jsdom
/** No caret is left where nothing can be typed. */
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { watchCaret } from "../../../src/views/shell/caret";

let end: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = `<p>Some text</p><div tabindex="-1"></div><input>`;
  end = watchCaret();
});
afterEach(() => {
  end();
  vi.useRealTimers();
});
/** The selection as the browser would tell it: this document knows no kinds. */
function leave(type: "Caret" | "Range"): { readonly removed: () => boolean } {
  const removeAllRanges = vi.fn();
  vi.spyOn(document, "getSelection").mockReturnValue({ type, removeAllRanges } as unknown as Selection);
  return { removed: () => removeAllRanges.mock.calls.length > 0 };
}
const focus = (what: string): void => {
  document.querySelector<HTMLElement>(what)?.focus();
  vi.runAllTimers();
};

it.each([
  ["a caret goes where a card has the focus", "Caret", "div", true],
  ["a text that is selected stays", "Range", "div", false],
  ["a field keeps its caret", "Caret", "input", false],
] as const)("%s", (_what, type, where, goes) => {
  const { removed } = leave(type);
  focus(where);
  expect(removed()).toBe(goes);
});
