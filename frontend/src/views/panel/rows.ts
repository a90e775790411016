/** Taking a row away without losing the focus: it goes to the next row, the one before, or to what adds one. */
import { afterDrawing } from "../shell/arriving";

const FOCUSABLE = "summary, button:not([disabled]), input:not([disabled]), select, textarea";

/**
 * `from` stands in an element with `data-row`, within one with `data-rows`. Where there is no other row, the focus
 * goes to the last control of the whole list, which is where one is added.
 */
export function takingAway(from: Element, run: () => void): void {
  const row = from.closest("[data-row]");
  const list = row?.parentElement?.closest("[data-rows]") ?? null;
  const rows = [...(list?.querySelectorAll("[data-row]") ?? [])].filter(
    (one) => one.parentElement?.closest("[data-rows]") === list,
  );
  const at = row === null ? -1 : rows.indexOf(row);
  const heir = rows[at + 1] ?? rows[at - 1];
  run();
  afterDrawing(() => {
    if (row?.isConnected === true) return; // nothing went: the change was refused
    const controls = [...(list?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])];
    const next = heir?.isConnected === true ? heir.querySelector<HTMLElement>(FOCUSABLE) : null;
    (next ?? controls.at(-1) ?? panelEntry())?.focus();
  });
}

const panelEntry = (): HTMLElement | null =>
  document.querySelector<HTMLElement>('[data-region="panel"] [role="tab"][tabindex="0"]');
