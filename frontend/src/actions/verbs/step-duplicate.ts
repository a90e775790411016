/** Copies steps with their uses and exchanges, and the links among them, into the same cells; selects the copies. */
import { newId } from "../../model/ids";
import { put, type Op } from "../../model/records";
import { inOrder } from "../../model/siblings";
import { t } from "../../text";
import type { Action } from "../action";
import { targetSteps } from "../targets";

export const stepDuplicate: Action<[ids?: readonly string[]]> = {
  id: "step-duplicate",
  label: "actions.step.duplicate",
  group: "step",
  scope: "step",
  keys: { "Mod+d": [] },
  enabled: (editor) => targetSteps(editor).length > 0,
  run(editor, ids = targetSteps(editor).map((step) => step.id)) {
    const { step, use, exchange, link } = editor.state.value;
    const copies = new Map(ids.filter((id) => step.has(id)).map((id) => [id, newId()]));
    const ops: Op[] = [];
    for (const [id, copy] of copies) {
      const record = step.get(id);
      if (record !== undefined) ops.push(put("step", { ...unplaced(record), id: copy }));
    }
    for (const one of inOrder(use.values())) {
      const copy = copies.get(one.step);
      if (copy !== undefined) ops.push(put("use", { ...one, id: newId(), step: copy }));
    }
    for (const one of inOrder(exchange.values())) {
      const copy = copies.get(one.step);
      if (copy !== undefined) ops.push(put("exchange", { ...one, id: newId(), step: copy }));
    }
    for (const one of inOrder(link.values())) {
      const [source, target] = [copies.get(one.source), copies.get(one.target)];
      if (source !== undefined && target !== undefined) {
        ops.push(put("link", { ...unplaced(one), id: newId(), source, target }));
      }
    }
    if (ops.length === 0 || editor.submit(t("actions.step.duplicate"), ops) === null) return;
    const first = editor.state.value.step.get([...copies.values()][0] ?? "");
    editor.session.select(first ?? null);
    editor.session.selection.value = new Set(copies.values());
    editor.session.announce(t("actions.said.duplicated", { n: copies.size }));
  },
};

/** Without its order, so that the copy goes last. */
const unplaced = <R extends { readonly order: string }>({ order, ...rest }: R): Omit<R, "order"> => rest;
