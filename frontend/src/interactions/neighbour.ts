/** Links a card to its neighbour in a direction; where there is none, begins to type it, linked. */
import type { Editing } from "../actions/session";
import { linkAdd } from "../actions/verbs/link-add";
import type { Step } from "../model/records";
import { t } from "../text";
import type { Stage } from "./state";
import { type Arrow, walk } from "./walking";

/** One more card in the cell of another, linked from it or not. */
export const anotherAfter = (card: Step, linked: boolean): Editing => ({
  on: "new",
  lane: card.lane,
  moment: card.moment,
  text: "",
  ...(linked ? { linkFrom: card.id } : {}),
});

export function linkTo({ editor }: Stage, source: string, arrow: Arrow): void {
  const { session, sheet, state } = editor;
  const from = state.value.step.get(source);
  if (from === undefined) return;
  const here = { on: "cell", lane: from.lane, moment: from.moment, step: source } as const;
  const next = walk(sheet.value, here, arrow);
  const lane = state.value.lane.get(from.lane)?.title ?? "";
  const linked = t("typing.said.linkFrom", { title: from.title });
  if (next === null && arrow === "right") {
    session.editing.value = { on: "next", lane: from.lane, text: "", linkFrom: source };
    session.announce(`${t("typing.said.openNext", { lane })}, ${linked}`);
    return;
  }
  if (next?.on !== "cell") {
    session.announce(t("actions.said.edge"));
    return;
  }
  const card = state.value.step.get(next.step ?? "");
  if (card !== undefined) {
    const there = [...state.value.link.values()].some(
      (link) => link.source === source && link.target === card.id,
    );
    if (there) session.announce(t("actions.said.linkedAlready"));
    else linkAdd.run(editor, source, card.id);
    session.select(card);
    return;
  }
  session.select(null);
  session.focus.value = next;
  session.editing.value = { on: "new", lane: next.lane, moment: next.moment, text: "", linkFrom: source };
  const place = {
    lane: state.value.lane.get(next.lane)?.title ?? "",
    moment: state.value.moment.get(next.moment)?.title ?? "",
  };
  session.announce(`${t("typing.said.open", place)}, ${linked}`);
}
