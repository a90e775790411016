/** Moves steps to a cell, before one of its cards or last: what a drop does. */
import { set, type Op, type Step } from "../../model/records";
import { byOrder, place } from "../../model/siblings";
import { t } from "../../text";
import type { Action } from "../action";
import type { Editor } from "../editor";
import { targetSteps } from "../targets";

export interface Cell {
  readonly lane: string;
  readonly moment: string;
  /** The step of the cell before which to stand; left out or null: last. */
  readonly before?: string | null;
}

export const stepPlace: Action<[ids: readonly string[], cell: Cell]> = {
  id: "step-place",
  label: "actions.step.place",
  group: "step",
  scope: "step",
  keys: {},
  enabled: (editor) => targetSteps(editor).length > 0,
  run(editor, ids, cell) {
    const { step } = editor.state.value;
    const steps = ids.flatMap((id) => step.get(id) ?? []);
    submitMoves(editor, steps, movesTo(editor, steps, cell));
  },
};

/** What makes `steps` stand in `cell`, in the order given: fields that are right already are left alone. */
export function movesTo(editor: Editor, steps: readonly Step[], cell: Cell): readonly Op[] {
  const ids = new Set(steps.map((step) => step.id));
  const others = editor.sheet.value.cell(cell.lane, cell.moment).filter((step) => !ids.has(step.id));
  const at = others.findIndex((step) => step.id === cell.before);
  const next = at < 0 ? null : (others[at] ?? null);
  const previous = (at < 0 ? others.at(-1) : others[at - 1]) ?? null;
  const cells = steps.flatMap((step) => [
    ...(step.lane === cell.lane ? [] : [set("step", step.id, "lane", cell.lane)]),
    ...(step.moment === cell.moment ? [] : [set("step", step.id, "moment", cell.moment)]),
  ]);
  const row = [previous, ...steps, next].filter((step) => step !== null);
  if (row.every((step, i) => i === 0 || byOrder(row[i - 1] ?? step, step) < 0)) return cells;
  const placed = place(
    editor.state.value.step.values(),
    steps.map((step) => step.id),
    next === null ? { previous: previous?.id ?? null } : { next: next.id },
  );
  return [...cells, ...placed.map(([id, order]) => set("step", id, "order", order))];
}

/** Sends moves as one change, lets the focus follow and says where the card is now. */
export function submitMoves(editor: Editor, steps: readonly Step[], ops: readonly Op[]): void {
  if (ops.length === 0 || editor.submit(t("history.move", { n: steps.length }), ops) === null) return;
  const { session, state } = editor;
  const focus = session.focus.value;
  const moved = steps.flatMap((step) => state.value.step.get(step.id) ?? []);
  const focused = focus?.on === "cell" ? moved.find((step) => step.id === focus.step) : undefined;
  if (focused !== undefined) {
    session.focus.value = { on: "cell", lane: focused.lane, moment: focused.moment, step: focused.id };
  }
  const [first] = moved;
  if (first === undefined) return;
  session.announce(
    moved.length > 1
      ? t("actions.said.movedMany", { n: moved.length })
      : t("actions.said.moved", {
          title: first.title,
          lane: state.value.lane.get(first.lane)?.title ?? "",
          moment: state.value.moment.get(first.moment)?.title ?? "",
        }),
  );
}
