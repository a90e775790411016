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

  /** Whether it is for the sheet: not for a text that is typed, nor for words that were marked elsewhere. */
  const ours = (event: ClipboardEvent): boolean =>
    !event.defaultPrevented &&
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
  root.addEventListener("copy", onCopy);
  root.addEventListener("cut", onCopy);
  root.addEventListener("paste", onPaste);
  return () => {
    root.removeEventListener("copy", onCopy);
    root.removeEventListener("cut", onCopy);
    root.removeEventListener("paste", onPaste);
  };
}

/** Our own steps where the clipboard holds them, else its text, else its first table. */
export function pastedOf(data: Pick<DataTransfer, "getData">): Pasted {
  const html = data.getData("text/html");
  // A page of its own: nothing in it runs or is fetched.
  const page = html === "" ? null : new DOMParser().parseFromString(html, "text/html");
  const own = page?.querySelector("[data-rectoverso]")?.getAttribute("data-rectoverso");
  const payload = own == null ? null : readPayload(own);
  if (payload !== null) return { payload };
  const text = data.getData("text/plain");
  const table = page?.querySelector("table");
  if (text.trim() !== "" || table == null) return { block: readBlock(text) };
  const linesOf = (cell: Element): string => {
    for (const line of cell.querySelectorAll("br")) line.replaceWith("\n");
    return cell.textContent.trim();
  };
  return {
    block: [...table.querySelectorAll("tr")].map((row) => [...row.querySelectorAll("td, th")].map(linesOf)),
  };
}
