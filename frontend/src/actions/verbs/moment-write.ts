/**
 * Names a moment from a text in which "Phase > moment" says in which phase it is, as one change: one that is there; else
 * its own gets that name where the moment is its first, and a new one begins with it where it is not.
 */
import { newId } from "../../model/ids";
import { momentName } from "../../model/moment-name";
import { put, set, type Moment, type Op } from "../../model/records";
import { place } from "../../model/siblings";
import { t } from "../../text";
import type { Action } from "../action";
import type { Editor } from "../editor";
import { phaseCalled } from "../phases";
import { labelOf } from "./field-set";

export const momentWrite: Action<[id: string, text: string]> = {
  id: "moment-write",
  label: "actions.header.rename",
  group: "sheet",
  scope: "header",
  keys: {},
  enabled: () => false, // of the field, never of a menu
  run(editor, id, text) {
    const moment = editor.state.value.moment.get(id);
    if (moment === undefined) return;
    const { phase, title } = momentName(text);
    const ops: Op[] = title === "" || title === moment.title ? [] : [set("moment", id, "title", title)];
    const moved = phase === null ? [] : intoPhase(editor, moment, phase);
    editor.submit(moved.length > 0 ? t("actions.moment.move") : labelOf("moment", "title"), [
      ...ops,
      ...moved,
    ]);
  },
};

function intoPhase({ state, sheet }: Editor, moment: Moment, title: string): readonly Op[] {
  const { phases } = sheet.value;
  const at = phases.findIndex(({ phase }) => phase.id === moment.phase);
  const own = phases[at]?.moments ?? [];
  const there = phaseCalled(state.value, title);
  if (there !== undefined) {
    if (there.id === moment.phase) return [];
    const to = phases.findIndex(({ phase }) => phase.id === there.id);
    const row = phases[to]?.moments ?? [];
    const beside = to < at ? { previous: row.at(-1)?.id ?? null } : { next: row[0]?.id ?? null };
    return [
      set("moment", moment.id, "phase", there.id),
      ...place(state.value.moment.values(), [moment.id], beside).map(([id, order]) =>
        set("moment", id, "order", order),
      ),
    ];
  }
  const first = own.findIndex(({ id }) => id === moment.id);
  if (first <= 0) return [set("phase", moment.phase, "title", title)];
  const begun = newId();
  const placed = place(state.value.phase.values(), [begun], { previous: moment.phase });
  return [
    put("phase", { id: begun, title, order: placed.find(([id]) => id === begun)?.[1] ?? "" }),
    ...placed.filter(([id]) => id !== begun).map(([id, order]) => set("phase", id, "order", order)),
    ...own.slice(first).map(({ id }) => set("moment", id, "phase", begun)),
  ];
}
