/** Says what a step needs, reads, types, tells or learns: information that exists, or new by name. */
import { newId } from "../../model/ids";
import { put, type How } from "../../model/records";
import { t } from "../../text";
import type { Action } from "../action";
import { named, type Named } from "../named";
import { targetStep } from "../targets";

export interface NewExchange {
  readonly step: string;
  readonly information: Named;
  readonly how: How;
  /** For reads and types. */
  readonly tool?: Named | null;
}

export const exchangeAdd: Action<[exchange: NewExchange], string | null> = {
  id: "exchange-add",
  label: "actions.exchange.add",
  group: "step",
  scope: "step",
  keys: {},
  enabled: (editor) => targetStep(editor) !== null,
  run(editor, { step, information, how, tool = null }) {
    const state = editor.state.value;
    const what = named(state, "information", information);
    const where = tool === null ? null : named(state, "tool", tool);
    if (what === null) return null;
    const id = newId();
    const exchange = put("exchange", { id, step, information: what.id, how, tool: where?.id ?? null });
    const ops = [...what.ops, ...(where?.ops ?? []), exchange];
    return editor.submit(t("actions.exchange.add"), ops) === null ? null : id;
  },
};
