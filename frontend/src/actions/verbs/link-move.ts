/** Leads one end of a link to another step; where such a link exists already, selects that one instead. */
import { set } from "../../model/records";
import { t } from "../../text";
import type { Action } from "../action";
import { targetLink } from "../targets";

export const linkMove: Action<[id: string, end: "source" | "target", step: string]> = {
  id: "link-move",
  label: "direct.link.move",
  group: "link",
  scope: "link",
  keys: {},
  enabled: (editor) => targetLink(editor) !== null,
  run(editor, id, end, step) {
    const { session, state } = editor;
    const { link, step: steps } = state.value;
    const record = link.get(id);
    if (record === undefined || !steps.has(step) || record[end] === step) return;
    const source = end === "source" ? step : record.source;
    const target = end === "target" ? step : record.target;
    if (source === target) return; // a change of mind, not a loop
    const existing = [...link.values()].find((one) => one.source === source && one.target === target);
    if (existing !== undefined) {
      session.selectedLink.value = existing.id;
      session.announce(t("actions.said.linkedAlready"));
      return;
    }
    if (editor.submit(t("direct.link.move"), [set("link", id, end, step)]) === null) return;
    const title = (of: string): string => steps.get(of)?.title ?? "";
    session.announce(t("actions.said.linked", { source: title(source), target: title(target) }));
  },
};
