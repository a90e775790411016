/** The steps of each cell, in order: brought up to date within the frame of a key. */
import type { State, Step } from "./records";
import { byOrder, inOrder } from "./siblings";

/** By moment, then by lane: a moment none of whose cells changed keeps its column. */
export type Cells = ReadonlyMap<string, Column>;
export type Column = ReadonlyMap<string, readonly Step[]>;
const EMPTY: readonly Step[] = [];
const NOTHING: Column = new Map();
export const columnIn = (cells: Cells, moment: string): Column => cells.get(moment) ?? NOTHING;
export const cellIn = (column: Column, lane: string): readonly Step[] => column.get(lane) ?? EMPTY;

/** So many steps are put into their places one by one; more are sorted anew. */
const FEW = 40;

/** Steps by cell, in order. Cells whose steps are the same ones stay the same lists. */
export function createCells(): (step: State["step"]) => Cells {
  let last: State["step"] = new Map();
  let cells: Cells = new Map();
  return (step) => {
    const changed = changedSteps(last, step);
    cells = changed.length > FEW ? sortedCells(step, cells) : withChanged(cells, changed);
    last = step;
    return cells;
  };
}

interface Changed {
  readonly old: Step | undefined;
  readonly now: Step | undefined;
}

/** The steps that came, went, or are other objects. */
function changedSteps(before: State["step"], after: State["step"]): readonly Changed[] {
  const changed: Changed[] = [];
  let came = 0;
  // With `forEach`, here and below: an iterator makes an object a step, and this runs within the frame of a key.
  after.forEach((now, id) => {
    const old = before.get(id);
    if (old !== now) changed.push({ old, now });
    if (old === undefined) came++;
  });
  if (before.size + came === after.size) return changed;
  before.forEach((old, id) => {
    if (!after.has(id)) changed.push({ old, now: undefined });
  });
  return changed;
}

function withChanged(cells: Cells, changed: readonly Changed[]): Cells {
  if (changed.length === 0) return cells;
  const next = new Map(cells);
  const rewrite = ({ lane, moment }: Step, steps: (cell: readonly Step[]) => readonly Step[]): void => {
    const old = columnIn(next, moment);
    const column = new Map(old);
    const cell = steps(cellIn(old, lane));
    if (cell.length > 0) column.set(lane, cell);
    else column.delete(lane);
    next.set(moment, column);
  };
  for (const { old } of changed)
    if (old !== undefined) rewrite(old, (cell) => cell.filter((one) => one !== old));
  for (const { now } of changed) if (now !== undefined) rewrite(now, (cell) => [...cell, now].sort(byOrder));
  return next;
}

function sortedCells(step: State["step"], before: Cells): Cells {
  const cells = new Map<string, Map<string, readonly Step[]>>();
  for (const one of inOrder(step.values())) {
    let column = cells.get(one.moment);
    if (column === undefined) cells.set(one.moment, (column = new Map<string, Step[]>()));
    const cell = column.get(one.lane) as Step[] | undefined;
    if (cell === undefined) column.set(one.lane, [one]);
    else cell.push(one);
  }
  for (const [moment, column] of cells) {
    for (const [lane, cell] of column) {
      const old = cellIn(columnIn(before, moment), lane);
      if (sameItems(old, cell)) column.set(lane, old);
    }
  }
  return cells;
}

export const sameItems = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);
