/** Adds a phase with a first moment, after another phase or last, and begins to type its name. */
import { newId } from "../../model/ids";
import { put, set } from "../../model/records";
import { place } from "../../model/siblings";
import { t } from "../../text";
import type { Action } from "../action";
import { targetHeader } from "../targets";

export const phaseAdd: Action<
  [at?: { readonly after?: string | null; readonly title?: string }],
  string | null
> = {
  id: "phase-add",
  label: "actions.phase.add",
  group: "sheet",
  scope: "page",
  keys: {},
  enabled: () => true,
  run(editor, { after, title } = {}) {
    const { phase } = editor.state.value;
    const header = targetHeader(editor);
    const previous = after ?? (header?.on === "phase" ? header.id : null);
    const id = newId();
    const name = title ?? t("actions.new.phase");
    const placed = previous === null ? [] : place(phase.values(), [id], { previous });
    const own = placed.find(([one]) => one === id)?.[1];
    const sent = editor.submit(t("actions.phase.add"), [
      put("phase", { id, title: name, ...(own === undefined ? {} : { order: own }) }),
      ...placed.filter(([one]) => one !== id).map(([one, order]) => set("phase", one, "order", order)),
      put("moment", { id: newId(), phase: id, title: t("actions.new.moment") }),
    ]);
    if (sent === null) return null;
    editor.session.focus.value = { on: "phase", id };
    if (title === undefined) editor.session.editing.value = { on: "phase", id };
    editor.session.announce(t("actions.said.headerAdded", { title: name }));
    return id;
  },
};
