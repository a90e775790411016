/** One cell of the sheet as an element: where it stands, what its ground shows, how it is called. */
import type { Lane, Moment, Step } from "../../model/records";
import { t } from "../../text";
import { element } from "./card";
import type { CellView } from "./cells";
import { NONE, type Parts } from "./parts";

/** A cell and what was last written into it; null parts where nothing was yet. */
export interface Cell extends CellView {
  readonly label: { text: string };
  steps: readonly Step[];
  parts: Parts | null;
  actor: string | null;
  tone: Lane["kind"] | null;
  ground: Ground;
  column: number;
}
/** What an empty cell shows. */
export type Ground = "none" | "empty" | "blank" | "hint";

export function createCell(lane: string, moment: string, real: boolean): Cell {
  const made = element("div", "cell");
  made.setAttribute("role", "gridcell");
  if (real) {
    made.dataset.lane = lane;
    made.dataset.moment = moment;
    made.tabIndex = -1;
  }
  return {
    element: made, lane, moment, cards: NONE, dirty: true, stands: NONE, guessed: false,
    label: { text: "" }, steps: NONE, parts: null, actor: null, tone: null, ground: "none", column: -1,
  }; // prettier-ignore
}

export function setColumn(cell: Cell, column: number, real: boolean): void {
  if (cell.column === column) return;
  cell.column = column;
  cell.element.style.gridColumn = String(2 * column + 3);
  if (real) cell.element.setAttribute("aria-colindex", String(column + 2));
}

/** With cards in it, they and the headers say what a cell is. */
export function name(cell: Cell, lane: Lane, moment: Moment, ground: Ground): void {
  const text = t(ground === "blank" ? "sheet.cell.blank" : "sheet.cell.empty", {
    lane: lane.title,
    moment: moment.title,
  });
  if (text === cell.label.text) return;
  cell.label.text = text;
  cell.element.setAttribute("aria-label", text);
}
export function unname(cell: Cell): void {
  cell.label.text = "";
  cell.element.removeAttribute("aria-label");
}

export function layGround(cell: Cell, ground: Ground): void {
  cell.ground = ground;
  cell.element.querySelector(":scope > :is(.hint, .blank)")?.remove();
  if (ground === "none") delete cell.element.dataset.empty;
  else cell.element.dataset.empty = ground === "empty" ? "" : ground;
  if (ground !== "blank" && ground !== "hint") return;
  const shown = element("span", ground);
  shown.setAttribute("aria-hidden", "true");
  shown.textContent = t(ground === "blank" ? "sheet.blank" : "sheet.write");
  cell.element.append(shown);
}

/** Moved, an element keeps its focus, where the browser knows how. */
export function place(cell: HTMLElement, card: HTMLElement, before: Element | null): void {
  if (card.isConnected && cell.isConnected && "moveBefore" in cell) cell.moveBefore(card, before);
  else cell.insertBefore(card, before);
}
