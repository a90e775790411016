/** Links two steps; where such a link exists, selects it instead. */
import { newId } from "../../model/ids";
import { put } from "../../model/records";
import { t } from "../../text";
import type { Action } from "../action";
import { targetStep } from "../targets";

export const linkAdd: Action<[source: string, target: string], string | null> = {
  id: "link-add",
  label: "actions.link.add",
  group: "link",
  scope: "step",
  keys: {},
  enabled: (editor) => targetStep(editor) !== null,
  run(editor, source, target) {
    const { step, link } = editor.state.value;
    const [from, to] = [step.get(source), step.get(target)];
    if (from === undefined || to === undefined) return null;
    const existing = [...link.values()].find((one) => one.source === source && one.target === target);
    if (existing !== undefined) {
      editor.session.selectedLink.value = existing.id;
      editor.session.announce(t("actions.said.linkedAlready"));
      return null;
    }
    const id = newId();
    const kind = source === target ? "rework" : "flow";
    if (editor.submit(t("actions.link.add"), [put("link", { id, source, target, kind })]) === null)
      return null;
    editor.session.announce(t("actions.said.linked", { source: from.title, target: to.title }));
    return id;
  },
};
