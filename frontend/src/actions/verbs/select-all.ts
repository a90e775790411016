/** Selects every step of the sheet. In a text field the same keys take all of its text. */
import { inOrder } from "../../model/siblings";
import { t } from "../../text";
import type { Action } from "../action";
import { isTyping } from "../platform";

export const selectAll: Action = {
  id: "select-all",
  label: "direct.select.all",
  group: "step",
  scope: "page",
  keys: { "Mod+a": [] },
  enabled: ({ state }) => !isTyping() && state.value.step.size > 0,
  run({ session, state }) {
    const steps = inOrder(state.value.step.values());
    session.selectedLink.value = null;
    session.opened.value = null;
    session.selection.value = new Set(steps.map(({ id }) => id));
    session.announce(t("direct.said.selected", { n: steps.length }));
    const [first] = steps;
    const focus = session.focus.value;
    if (first !== undefined && focus?.on !== "cell") {
      session.focus.value = { on: "cell", lane: first.lane, moment: first.moment, step: first.id };
    }
  },
};
