/** Sets a step's tools from a line of text ("Till, CRM ×2"): found by name or made, in that order; one change. */
import { newId } from "../../model/ids";
import { keysBetween } from "../../model/ordering";
import { put, remove, set, type Op } from "../../model/records";
import { inOrder } from "../../model/siblings";
import { t } from "../../text";
import type { Action } from "../action";
import { named } from "../named";

export const usesWrite: Action<[step: string, text: string]> = {
  id: "uses-write",
  label: "actions.uses.write",
  group: "step",
  scope: "step",
  keys: {},
  enabled: () => false, // of the table, never of a menu
  run(editor, step, text) {
    const state = editor.state.value;
    const before = inOrder([...state.use.values()].filter((use) => use.step === step));
    const left = [...before];
    const ops: Op[] = [];
    const made = new Map<string, string>();
    const row = toolsIn(text).map(({ title, times }) => {
      const key = title.toLocaleLowerCase();
      const known = made.get(key);
      const found = known === undefined ? named(state, "tool", { title }) : { id: known, ops: [] };
      if (found === null) return null;
      made.set(key, found.id);
      ops.push(...found.ops);
      const at = left.findIndex((use) => use.tool === found.id);
      const [kept] = at < 0 ? [] : left.splice(at, 1);
      return { kept, tool: found.id, times };
    });
    const wanted = row.filter((one) => one !== null);
    const kept = wanted.flatMap((one) => one.kept ?? []);
    const stays =
      wanted.slice(0, kept.length).every((one) => one.kept !== undefined) &&
      kept.every((use, i) => use === before.filter((one) => kept.includes(one))[i]);
    const keys = stays ? null : keysBetween(null, null, wanted.length);
    for (const use of left) ops.push(remove("use", use.id));
    for (const [i, { kept: use, tool, times }] of wanted.entries()) {
      const order = keys?.[i];
      if (use === undefined) {
        ops.push(put("use", { id: newId(), step, tool, times, ...(order === undefined ? {} : { order }) }));
        continue;
      }
      if (use.times !== times) ops.push(set("use", use.id, "times", times));
      if (order !== undefined && use.order !== order) ops.push(set("use", use.id, "order", order));
    }
    editor.submit(t("actions.uses.write"), ops);
  },
};

/** "Till, CRM x2; ERP" -> the names in their order, how often each. */
export function toolsIn(text: string): { readonly title: string; readonly times: number }[] {
  return text.split(/[,;\n]/).flatMap((part) => {
    const [, name = "", times = "1"] = /^(.*?)(?:(?:\s+[x*]|\s*×)\s*(\d{1,3}))?\s*$/iu.exec(part) ?? [];
    const title = name.replace(/\s+/g, " ").trim();
    return title === "" ? [] : [{ title, times: Math.max(1, Number(times)) }];
  });
}
