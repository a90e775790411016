/** Deletes a link; the steps stay. */
import { remove } from "../../model/records";
import { t } from "../../text";
import type { Action } from "../action";
import { targetLink } from "../targets";

export const linkRemove: Action<[id?: string]> = {
  id: "link-remove",
  label: "actions.link.remove",
  group: "link",
  scope: "link",
  keys: { Delete: [], Backspace: [] },
  enabled: (editor) => targetLink(editor) !== null,
  run(editor, id = targetLink(editor)?.id) {
    if (id === undefined || editor.submit(t("actions.link.remove"), [remove("link", id)]) === null) return;
    if (editor.session.selectedLink.value === id) editor.session.selectedLink.value = null;
    editor.session.announce(t("actions.said.linkRemoved"));
  },
};
