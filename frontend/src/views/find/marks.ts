/**
 * Marks what was found on the drawn sheet without touching its elements: the words by the browser's own highlights, the
 * cards by a style sheet of this page. So it holds in every view, whoever draws it.
 */
import { occurrences } from "../../text/search";
import type { Found } from "./matches";

const WORDS = "found";
/** Elements that hold a match, in any view. */
const HOLDERS = "[data-step], [data-header], .card-title";

export interface Marks {
  show(found: readonly Found[], current: Found | null, query: string): void;
  clear(): void;
}

export function createMarks(): Marks {
  const rules = "adoptedStyleSheets" in document ? new CSSStyleSheet() : null;
  if (rules !== null) document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
  let again: (() => void) | null = null;
  let due = 0;
  // The sheet draws what changed; the words are looked up again in what it drew, once a frame.
  const watch = new MutationObserver(() => {
    cancelAnimationFrame(due);
    due = requestAnimationFrame(() => again?.());
  });
  return {
    show(found, current, query) {
      const region = document.getElementById("sheet");
      if (rules !== null) rules.replaceSync(rulesFor(found, current));
      again = () => {
        if (region !== null) highlight(region, query);
      };
      again();
      watch.disconnect();
      if (region !== null) watch.observe(region, { childList: true, subtree: true, characterData: true });
    },
    clear() {
      watch.disconnect();
      cancelAnimationFrame(due);
      if (canHighlight()) CSS.highlights.delete(WORDS);
      if (rules !== null)
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== rules);
    },
  };
}

function rulesFor(found: readonly Found[], current: Found | null): string {
  const all = found.map(selectorOf).join(", ");
  const some = `:is(${all}) { outline: 2px dashed var(--ink); outline-offset: 2px; }`;
  if (current === null) return all === "" ? "" : some;
  return `${some} :is(${selectorOf(current)}) { outline: 3px solid var(--focus); outline-offset: 2px; }`;
}

const selectorOf = ({ on, id }: Found): string =>
  on === "step"
    ? `[data-step="${CSS.escape(id)}"], [data-row="${CSS.escape(id)}"]`
    : `[data-header="${on}"][data-id="${CSS.escape(id)}"]`;

function highlight(region: Element, query: string): void {
  if (!canHighlight()) return;
  const ranges: Range[] = [];
  for (const holder of region.querySelectorAll(HOLDERS)) {
    const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (const [from, to] of occurrences(node.textContent ?? "", query)) {
        const range = document.createRange();
        range.setStart(node, from);
        range.setEnd(node, to);
        ranges.push(range);
      }
    }
  }
  CSS.highlights.set(WORDS, new Highlight(...ranges));
}

const canHighlight = (): boolean => typeof CSS !== "undefined" && "highlights" in CSS;
