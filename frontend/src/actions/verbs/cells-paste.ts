/**
 * Puts a block of cells, or steps that were copied here or in another blueprint, on the sheet from the focused cell on:
 * one change. Lanes and moments that are missing past the edge are made.
 */
import { newId } from "../../model/ids";
import { put, type Op, type Step } from "../../model/records";
import { tidy } from "../../model/shorthand";
import { fold } from "../../model/shorthand-words";
import type { Block } from "../../model/tsv";
import { number, t } from "../../text";
import type { Action } from "../action";
import { opsOf } from "../clipboard";
import type { Editor } from "../editor";
import { createNaming } from "../naming";
import type { Payload } from "../payload";
import { read, write } from "../shorthand";
import { targetCell } from "../targets";

export type Pasted = { readonly block: Block } | { readonly payload: Payload };

/** What one change may hold on the wire; the server takes a little more. */
const MOST_OPS = 8000;
const MOST_SIGNS = 800_000;

export const cellsPaste: Action<[pasted?: Pasted], readonly string[]> = {
  id: "cells-paste",
  label: "typing.paste",
  group: "sheet",
  scope: "sheet",
  keys: {},
  enabled: () => false, // of the clipboard, never of a menu
  run(editor, pasted) {
    if (pasted === undefined) return [];
    const { sheet, session } = editor;
    const lane = targetCell(editor)?.lane ?? sheet.value.lanes[0]?.id;
    if (lane === undefined) {
      session.notify({ tone: "warning", text: t("typing.paste.nowhere") });
      return [];
    }
    const moment = targetCell(editor)?.moment ?? sheet.value.moments[0]?.id;
    const grid = createGrid(editor, lane, moment);
    const made =
      "payload" in pasted ? ofSteps(editor, grid, pasted.payload) : ofBlock(editor, grid, pasted.block);
    const ops = [...made.before, ...grid.ops, ...made.ops];
    if (made.ids.length === 0) {
      session.notify({ tone: "info", text: t("typing.paste.nothing") });
      return [];
    }
    if (ops.length > MOST_OPS || JSON.stringify(ops).length > MOST_SIGNS) {
      const text = t("typing.paste.large", { n: number(ops.length), most: number(MOST_OPS) });
      session.notify({ tone: "warning", text });
      session.announce(text);
      return [];
    }
    if (editor.submit(t("typing.paste"), ops) === null) return [];
    session.select(editor.state.value.step.get(made.ids[0] ?? "") ?? null);
    session.selection.value = new Set(made.ids);
    session.announce(t("typing.said.pasted", { n: made.ids.length }));
    return made.ids;
  },
};

interface Made {
  readonly ids: readonly string[];
  /** The records they name. */
  readonly before: readonly Op[];
  readonly ops: readonly Op[];
}

function ofSteps({ state }: Editor, grid: Grid, payload: Payload): Made {
  const naming = createNaming(state.value);
  const { ids, ops } = opsOf(state.value, naming, payload, (row, column) => ({
    lane: grid.lane(row),
    moment: grid.moment(column),
  }));
  return { ids, before: naming.ops(), ops };
}

/** Each line of a cell is a card. The first row and column say the moments and lanes where they name any. */
function ofBlock({ state, sheet }: Editor, grid: Grid, block: Block): Made {
  const naming = createNaming(state.value);
  const names = namesIn(sheet.value.lanes, sheet.value.moments, block);
  const ids: string[] = [];
  const ops: Op[] = [];
  for (const [i, row] of block.slice(names.row ? 1 : 0).entries()) {
    const cells = row.slice(names.column ? 1 : 0);
    for (const [j, cell] of cells.entries()) {
      for (const text of cell.split(/\r\n?|\n/)) {
        if (tidy(text) === "") continue;
        const title = names.row ? (block[0]?.[j + (names.column ? 1 : 0)] ?? "") : "";
        const lane = names.column ? grid.laneNamed(row[0] ?? "", i) : grid.lane(i);
        const moment = names.row ? grid.momentNamed(title, j) : grid.moment(j);
        const id = newId();
        const about = { step: null, lane, linked: false };
        const reading = read(state.value, about, text);
        const found = reading.title === "" ? [] : reading.found;
        const { fields, after } = write(state.value, naming, about, id, found);
        const kind: Step["kind"] = grid.kindOf(lane) === "evidence" ? "evidence" : "action";
        ids.push(id);
        ops.push(
          put("step", { kind, ...fields, id, lane, moment, title: reading.title || tidy(text) }),
          ...after,
        );
      }
    }
  }
  return { ids, before: naming.ops(), ops };
}

type Titled = readonly { readonly title: string }[];

/** Whether the first row names moments, and the first column lanes: one that is there, and none said twice. */
function namesIn(
  lanes: Titled,
  moments: Titled,
  block: Block,
): { readonly row: boolean; readonly column: boolean } {
  const names = (cells: readonly string[], there: Titled): boolean => {
    const titles = new Set(there.map(({ title }) => fold(title)));
    const said = cells.map(fold).filter((cell) => cell !== "");
    return said.some((cell) => titles.has(cell)) && new Set(said).size === said.length;
  };
  const first = block.map((row) => row[0] ?? "");
  const wide = block.some((row) => row.length > 1);
  return { row: block.length > 1 && names(block[0] ?? [], moments), column: wide && names(first, lanes) };
}

type Grid = ReturnType<typeof createGrid>;

/** Lanes and moments by place, counted from where one pastes, or by name; what is missing is made. */
function createGrid({ sheet, state }: Editor, lane: string, moment: string | undefined) {
  const { lanes, moments, phases } = sheet.value;
  const rows = lanes.map(({ id, title, kind }) => ({ id, title, kind }));
  const columns = moments.map(({ id, title }) => ({ id, title }));
  const top = rows.findIndex(({ id }) => id === lane);
  const left = Math.max(
    0,
    columns.findIndex(({ id }) => id === moment),
  );
  const ops: Op[] = [];
  let phase = phases.at(-1)?.phase.id;
  function addMoment(title = t("typing.moment", { n: columns.length + 1 })): string {
    if (phase === undefined) {
      phase = newId();
      ops.push(put("phase", { id: phase, title: t("typing.phase", { n: 1 }) }));
    }
    const id = newId();
    columns.push({ id, title });
    ops.push(put("moment", { id, phase, title }));
    return id;
  }
  function addLane(title = t("typing.lane", { n: rows.length + 1 })): string {
    const id = newId();
    const kind = rows.at(-1)?.kind ?? "frontstage";
    rows.push({ id, title, kind });
    ops.push(put("lane", { id, kind, title }));
    return id;
  }
  return {
    ops,
    kindOf: (id: string) => state.value.lane.get(id)?.kind ?? rows.find((row) => row.id === id)?.kind,
    lane(row: number): string {
      while (rows.length <= top + row) addLane();
      return rows[top + row]?.id ?? lane;
    },
    moment(column: number): string {
      while (columns.length <= left + column) addMoment();
      return columns[left + column]?.id ?? "";
    },
    laneNamed(title: string, row: number): string {
      const name = tidy(title).replace(/\n/g, " ");
      if (name === "") return this.lane(row);
      return rows.find((one) => fold(one.title) === fold(name))?.id ?? addLane(name);
    },
    momentNamed(title: string, column: number): string {
      const name = tidy(title).replace(/\n/g, " ");
      if (name === "") return this.moment(column);
      return columns.find((one) => fold(one.title) === fold(name))?.id ?? addMoment(name);
    },
  };
}
