/** Moves steps to several cells at once, or copies of them: what the drop of several cards does, as one change. */
import { set, type Op } from "../../model/records";
import { place } from "../../model/siblings";
import type { Action } from "../action";
import { copiesOf } from "../copies";
import type { Editor } from "../editor";
import { targetSteps } from "../targets";
import { submitCopies } from "./step-duplicate";
import { type Cell, movesTo, submitMoves } from "./step-place";

/** A cell, the place in it, and the steps that are to stand there, in their order. */
export interface Placed extends Cell {
  readonly ids: readonly string[];
}

export const stepsPlace: Action<[cells: readonly Placed[], copy?: boolean]> = {
  id: "steps-place",
  label: "actions.step.place",
  group: "step",
  scope: "step",
  keys: {},
  enabled: (editor) => targetSteps(editor).length > 0,
  run(editor, cells, copy = false) {
    if (copy) {
      copyTo(editor, cells);
      return;
    }
    const { step } = editor.state.value;
    const moved = cells.map((cell) => ({ cell, steps: cell.ids.flatMap((id) => step.get(id) ?? []) }));
    submitMoves(
      editor,
      moved.flatMap(({ steps }) => steps),
      moved.flatMap(({ cell, steps }) => movesTo(editor, steps, cell)),
    );
  },
};

function copyTo(editor: Editor, cells: readonly Placed[]): void {
  const { state } = editor;
  const cellOf = new Map(cells.flatMap((cell) => cell.ids.map((id) => [id, cell])));
  const { ids, ops } = copiesOf(state.value, [...cellOf.keys()], (id) => {
    const cell = cellOf.get(id);
    return cell === undefined ? {} : { lane: cell.lane, moment: cell.moment };
  });
  // Without an order of their own they stand last; before a card they need one.
  const orders: Op[] = cells.flatMap(({ before = null, ids: originals }) =>
    before === null
      ? []
      : place(
          state.value.step.values(),
          originals.flatMap((id) => ids.get(id) ?? []),
          { next: before },
        ).map(([id, order]) => set("step", id, "order", order)),
  );
  submitCopies(editor, { ids, ops: [...ops, ...orders] });
}
