/** How the table is walked and edited by keys and pointer: works on the cells themselves, so that walking draws nothing. */
import type { Editor } from "../../actions/editor";
import { commandFor } from "../../actions/keyboard";
import { fieldSet } from "../../actions/verbs/field-set";
import { findingOpen } from "../../actions/verbs/finding-open";
import { stepDelete } from "../../actions/verbs/step-delete";
import { t } from "../../text";
import { goTo } from "../panel/goto";
import { COLUMNS, type ColumnId } from "./columns";
import type { TableState } from "./state";

/** Where the keyboard goes once a cell's editor is left. */
export type Move = "stay" | "down" | "right" | "left";

export interface Grid {
  attach(): () => void;
  /** After a drawing: one cell can be reached by Tab, and the focus is where it was. */
  settle(): void;
  readonly done: (move: Move) => void;
}

const CELL = "[data-column]";

/** Found by comparing: ids are any text, which a selector would have to escape. */
export function cellOf(root: Element | null, row: string, column: string): HTMLElement | null {
  const rows = root?.querySelectorAll<HTMLElement>("tbody > tr") ?? [];
  const found = [...rows].find((one) => one.dataset.rowId === row);
  return found?.querySelector<HTMLElement>(`[data-column="${column}"]`) ?? null;
}

export function createGrid(editor: Editor, table: TableState, rootOf: () => HTMLElement | null): Grid {
  const { session } = editor;
  let entry: HTMLElement | null = null;
  let entered = false;
  let lastIndex = 0;

  const rowsOf = (): HTMLElement[] => [...(rootOf()?.querySelectorAll<HTMLElement>("tbody > tr") ?? [])];
  const whereIs = (cell: Element): { row: string; column: ColumnId } | null => {
    const row = cell.closest<HTMLElement>("tr")?.dataset.rowId;
    const column = cell.getAttribute("data-column");
    return row === undefined || column === null ? null : { row, column: column as ColumnId };
  };
  const go = (cell: Element | null | undefined): void => {
    if (!(cell instanceof HTMLElement)) return;
    cell.focus();
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const reach = (cell: HTMLElement): void => {
    if (entry !== cell) {
      if (entry !== null) entry.tabIndex = -1;
      entry = cell;
    }
    cell.tabIndex = 0;
  };

  /** The panel and the commands are about the row on which one stands. */
  function follow(id: string): void {
    const step = editor.state.peek().step.get(id);
    if (step === undefined) return;
    const { open, waits } = session.panel.peek();
    const selected = session.selection.peek();
    if (open && waits !== true) {
      if (!selected.has(id) || selected.size !== 1) session.select(step);
    } else if (selected.size > 0 && !selected.has(id)) session.selection.value = new Set();
    session.selectedLink.value = null;
    session.focus.value = { on: "cell", lane: step.lane, moment: step.moment, step: id };
  }

  function edit(cell: HTMLElement, text: string | null): void {
    const at = whereIs(cell);
    const step = editor.state.peek().step.get(at?.row ?? "");
    if (at === null || step === undefined) return;
    const way = COLUMNS.find(({ id }) => id === at.column)?.way;
    if (way === undefined) {
      const row = cell.closest("tr");
      const next = row?.nextElementSibling ?? row?.previousElementSibling;
      stepDelete.run(editor, [step.id]);
      go(next?.querySelector(`[data-column="${at.column}"]`));
    } else if (way.as === "flag") {
      fieldSet.run(editor, {
        type: "step",
        id: step.id,
        field: "moment_of_truth",
        value: !step.moment_of_truth,
      });
      session.announce(
        t(step.moment_of_truth ? "table.said.truth.off" : "table.said.truth.on", { title: step.title }),
      );
    } else if (way.as === "findings") {
      const own = editor.findings.peek().findings.filter(({ steps }) => steps.includes(step.id));
      const next =
        own[(own.findIndex(({ fingerprint }) => fingerprint === session.opened.peek()) + 1) % own.length];
      if (next === undefined) return;
      session.select(step);
      findingOpen.run(editor, next.fingerprint);
      session.announce(next.because);
    } else if (way.as === "exchanges") {
      goTo(editor, { type: "step", id: step.id, field: "information+reads" });
    } else table.editing.value = { ...at, text };
  }

  /** Takes away what stands there, where nothing may stand. */
  function clear(cell: HTMLElement): void {
    const at = whereIs(cell);
    const way = COLUMNS.find(({ id }) => id === at?.column)?.way;
    if (at === null || way === undefined) return;
    const nullable =
      way.as === "duration" ||
      way.as === "emotion" ||
      way.as === "name" ||
      (way.as === "word" && way.orUnknown);
    const value = nullable ? null : way.as === "text" ? "" : way.as === "flag" ? false : undefined;
    if (value === undefined) return;
    fieldSet.run(editor, { type: "step", id: at.row, field: at.column, value } as never);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const cell = event.target instanceof HTMLElement ? event.target : null;
    if (cell === null || !cell.matches(CELL) || event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key !== "Home" && event.key !== "End") return;
    } else if (event.altKey) {
      const run = event.key.startsWith("Arrow") ? null : commandFor(editor, event);
      if (run === null) return;
      event.preventDefault();
      run();
      return;
    }
    const row = cell.closest("tr");
    const rows = rowsOf();
    const at = row === null ? -1 : rows.indexOf(row);
    const column = cell.getAttribute("data-column") ?? "";
    const inRow = (to: HTMLElement | undefined): Element | null | undefined =>
      to?.querySelector(`[data-column="${column}"]`);
    const page = Math.max(1, Math.floor((rootOf()?.parentElement?.clientHeight ?? 400) / 44) - 2);
    let to: Element | null | undefined;
    switch (event.key) {
      case "ArrowDown":
        to = inRow(rows[at + 1]);
        break;
      case "ArrowUp":
        to = inRow(rows[at - 1]) ?? rootOf()?.querySelector(`th.c-${column} button`);
        break;
      case "ArrowLeft":
        to = cell.previousElementSibling;
        break;
      case "ArrowRight":
        to = cell.nextElementSibling;
        break;
      case "PageDown":
        to = inRow(rows[Math.min(rows.length - 1, at + page)]);
        break;
      case "PageUp":
        to = inRow(rows[Math.max(0, at - page)]);
        break;
      case "Home":
        to = (event.ctrlKey || event.metaKey ? rows[0] : row)?.firstElementChild;
        break;
      case "End":
        to = (event.ctrlKey || event.metaKey ? rows.at(-1) : row)?.lastElementChild;
        break;
      case "Enter":
      case "F2":
        event.preventDefault();
        edit(cell, null);
        return;
      case "Delete":
      case "Backspace":
        event.preventDefault();
        clear(cell);
        return;
      default:
        if (event.key.length !== 1 || event.key === "?") return;
        event.preventDefault();
        edit(cell, event.key === " " ? null : event.key);
        return;
    }
    event.preventDefault();
    go(to);
  }

  function onFocusIn(event: FocusEvent): void {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>(CELL) : null;
    const at = cell === null ? null : whereIs(cell);
    if (cell === null || at === null) return;
    entered = true;
    lastIndex = rowsOf().indexOf(cell.closest("tr") as HTMLElement);
    const moved = at.row !== table.at?.row;
    table.at = at;
    reach(cell);
    if (moved || session.focus.peek()?.on !== "cell") follow(at.row);
  }
  function onFocusOut(event: FocusEvent): void {
    if (event.relatedTarget !== null) entered = false; // else it was taken away, or the window was left
  }
  let pressedOn: Element | null = null;
  function onPointerDown(event: PointerEvent): void {
    const cell = event.target instanceof Element ? event.target.closest(CELL) : null;
    pressedOn = cell !== null && cell === document.activeElement ? cell : null;
  }
  function onClick(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    const cell = target?.closest<HTMLElement>(CELL) ?? null;
    if (cell === null || target?.closest(".cell-editor, input, select, textarea") !== null) return;
    const touch = "pointerType" in event && event.pointerType === "touch";
    const acts = target.closest("[data-act]") !== null;
    if (touch || acts || event.detail > 1 || pressedOn === cell) edit(cell, null);
    else cell.focus();
  }

  return {
    attach() {
      const root = rootOf();
      if (root === null) return () => undefined;
      const listeners = [
        ["keydown", onKeyDown],
        ["focusin", onFocusIn],
        ["focusout", onFocusOut],
        ["pointerdown", onPointerDown],
        ["click", onClick],
      ] as const;
      for (const [type, listener] of listeners) root.addEventListener(type, listener as EventListener);
      // Whoever came from another view stands where they stood.
      const focus = session.focus.peek();
      const step = focus?.on === "cell" ? focus.step : null;
      const cell = step === null ? null : cellOf(root, step, "title");
      if (cell !== null) {
        reach(cell);
        cell.scrollIntoView({ block: "center" });
        if (document.activeElement === document.body) cell.focus({ preventScroll: true });
      }
      return () => {
        for (const [type, listener] of listeners) root.removeEventListener(type, listener as EventListener);
      };
    },
    settle() {
      const root = rootOf();
      const lost = entered && document.activeElement === document.body;
      const here = table.at === null ? null : cellOf(root, table.at.row, table.at.column);
      const rows = rowsOf();
      const column = table.at?.column ?? "title";
      const instead = rows[Math.min(Math.max(lastIndex, 0), rows.length - 1)];
      const cell =
        here ??
        instead?.querySelector<HTMLElement>(`[data-column="${column}"]`) ??
        instead?.querySelector<HTMLElement>(CELL) ??
        null;
      if (cell === null) return;
      reach(cell);
      if (lost && table.editing.peek() === null) cell.focus();
    },
    done(move) {
      const now = table.editing.peek();
      const cell = now === null ? null : cellOf(rootOf(), now.row, now.column);
      if (cell !== null) {
        const row = cell.closest("tr");
        const to = {
          stay: cell,
          down: row?.nextElementSibling?.querySelector(`[data-column="${now?.column ?? ""}"]`) ?? cell,
          right: cell.nextElementSibling ?? cell,
          left: cell.previousElementSibling ?? cell,
        }[move];
        go(to); // before the editor goes: the focus is never lost
      }
      table.editing.value = null;
    },
  };
}
