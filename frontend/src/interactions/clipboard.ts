/** Copy, cut and paste on the sheet, through the browser's own events: they work on plain http as well. */
import { clipOf } from "../actions/clipboard";
import { readPayload } from "../actions/payload";
import { targetSteps } from "../actions/targets";
import { cellsPaste, type Pasted } from "../actions/verbs/cells-paste";
import { stepDelete } from "../actions/verbs/step-delete";
import { readBlock } from "../model/tsv";
import { t } from "../text";
import { hitOf } from "./hit";
import type { Stage } from "./state";

/** Begins to listen; the result ends it. */
export function listenToClipboard({ editor, root }: Stage): () => void {
  const { session, sheet, state } = editor;
  const page = root.ownerDocument;

  /** Firefox and Safari tell the page's body of it where nothing can be typed, not what has the keyboard. */
  const onSheet = ({ target }: ClipboardEvent): boolean =>
    root.contains(target === page.body ? page.activeElement : (target as Node | null));
  /** Whether it is for the sheet: not for a text that is typed, nor for words that were marked elsewhere. */
  const ours = (event: ClipboardEvent): boolean =>
    !event.defaultPrevented &&
    onSheet(event) &&
    hitOf(event.target).on !== "field" &&
    !(event.target instanceof Element && event.target.closest("dialog") !== null);

  function onCopy(event: ClipboardEvent): void {
    const steps = targetSteps(editor);
    if (!ours(event) || steps.length === 0 || event.clipboardData === null) return;
    const { text, html } = clipOf(state.value, sheet.value, steps);
    event.clipboardData.setData("text/plain", text);
    event.clipboardData.setData("text/html", html);
    event.preventDefault();
    if (event.type === "cut") stepDelete.run(editor);
    else session.announce(t("typing.said.copied", { n: steps.length }));
  }
  function onPaste(event: ClipboardEvent): void {
    if (!ours(event) || event.clipboardData === null) return;
    event.preventDefault();
    cellsPaste.run(editor, pastedOf(event.clipboardData));
  }
  page.addEventListener("copy", onCopy);
  page.addEventListener("cut", onCopy);
  page.addEventListener("paste", onPaste);
  return () => {
    page.removeEventListener("copy", onCopy);
    page.removeEventListener("cut", onCopy);
    page.removeEventListener("paste", onPaste);
  };
}

/** Our own steps where the clipboard holds them, else its text, else its first table. */
export function pastedOf(data: Pick<DataTransfer, "getData">): Pasted {
  const html = data.getData("text/html");
  const own = /\sdata-rectoverso=(?:"([^"]*)"|'([^']*)')/.exec(html);
  const payload = own === null ? null : readPayload(plain(own[1] ?? own[2] ?? ""));
  if (payload !== null) return { payload };
  const text = data.getData("text/plain");
  const table = /<table[\s>].*?<\/table>/is.exec(html)?.[0];
  if (text.trim() !== "" || table === undefined) return { block: readBlock(text) };
  return { block: inner(table, "tr").map((row) => inner(row, "t[dh]").map(wordsOf)) };
}

// The page's policy lets nothing become a document of its own: the markup is read as the text it is.
const inner = (html: string, tag: string): readonly string[] =>
  [...html.matchAll(new RegExp(`<${tag}(?:\\s[^>]*)?>(.*?)(?=</?${tag}[\\s>]|</table|$)`, "gis"))].map(
    ([, within]) => within ?? "",
  );
const wordsOf = (cell: string): string =>
  plain(
    cell
      .replace(/\s+/g, " ")
      .replace(/<br[^>]*>|<\/p>/gi, "\n")
      .replace(/<[^>]*>/g, ""),
  ).trim();

const SIGNS: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: "\u00a0",
};
const plain = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, digits?: string, hex?: string, name?: string) => {
    if (name !== undefined) return SIGNS[name.toLowerCase()] ?? whole;
    const code = digits === undefined ? parseInt(hex ?? "", 16) : Number(digits);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
