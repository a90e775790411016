/** A text with what was searched for marked in it. */
import type { JSX } from "preact";
import type { Range } from "../../text/search";

export function Marked({ text, ranges }: { text: string; ranges: readonly Range[] }): JSX.Element {
  const parts: (string | JSX.Element)[] = [];
  let at = 0;
  for (const [from, to] of ranges) {
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>);
    at = to;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
