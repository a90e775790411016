/** Moves a tool one place earlier or later in the order in which a step uses its tools. */
import { set } from "../../model/records";
import { inOrder, place } from "../../model/siblings";
import { t } from "../../text";
import type { Action } from "../action";

export const useMove: Action<[id: string, by: -1 | 1]> = {
  id: "use-move",
  label: "panel.use.move",
  group: "step",
  scope: "step",
  keys: {},
  enabled: () => false, // of the panel, never of a menu
  run(editor, id, by) {
    const { use } = editor.state.value;
    const row = inOrder([...use.values()].filter((one) => one.step === use.get(id)?.step));
    const neighbour = row[row.findIndex((one) => one.id === id) + by]?.id;
    if (neighbour === undefined) return;
    const keys = place(row, [id], by < 0 ? { next: neighbour } : { previous: neighbour });
    editor.submit(
      t("panel.use.move"),
      keys.map(([moved, order]) => set("use", moved, "order", order)),
    );
  },
};
