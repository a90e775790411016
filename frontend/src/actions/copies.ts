/** Copies of steps: with their uses and exchanges, and the links among them. */
import { newId } from "../model/ids";
import { put, type Op, type State, type Step } from "../model/records";
import { inOrder } from "../model/siblings";

export interface Copies {
  /** New id by old id. */
  readonly ids: ReadonlyMap<string, string>;
  readonly ops: readonly Op[];
}

/** `at` gives the fields that a copy has of its own; without any it stands last in the cell of its original. */
export function copiesOf(
  { step, use, exchange, link }: State,
  steps: readonly string[],
  at: (id: string) => Partial<Step> = () => ({}),
): Copies {
  const ids = new Map(steps.filter((id) => step.has(id)).map((id) => [id, newId()]));
  const ops: Op[] = [];
  for (const [id, copy] of ids) {
    const record = step.get(id);
    if (record !== undefined) ops.push(put("step", { ...unplaced(record), ...at(id), id: copy }));
  }
  for (const one of inOrder(use.values())) {
    const copy = ids.get(one.step);
    if (copy !== undefined) ops.push(put("use", { ...one, id: newId(), step: copy }));
  }
  for (const one of inOrder(exchange.values())) {
    const copy = ids.get(one.step);
    if (copy !== undefined) ops.push(put("exchange", { ...one, id: newId(), step: copy }));
  }
  for (const one of inOrder(link.values())) {
    const [source, target] = [ids.get(one.source), ids.get(one.target)];
    if (source !== undefined && target !== undefined) {
      ops.push(put("link", { ...unplaced(one), id: newId(), source, target }));
    }
  }
  return { ids, ops };
}

/** Without its order, so that the copy goes last. */
const unplaced = <R extends { readonly order: string }>({ order, ...rest }: R): Omit<R, "order"> => rest;
