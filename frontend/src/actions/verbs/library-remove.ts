/** Removes a tool, a piece of information, an actor or a channel, with what cannot be without it. */
import { remove } from "../../model/records";
import { t } from "../../text";
import type { Action } from "../action";
import type { NamedType } from "../named";

export const libraryRemove: Action<[type: NamedType, id: string]> = {
  id: "library-remove",
  label: "panel.library.remove",
  group: "blueprint",
  scope: "page",
  keys: {},
  enabled: () => false, // of the panel, never of a menu
  run(editor, type, id) {
    const title = editor.state.value[type].get(id)?.title;
    if (title === undefined) return;
    if (editor.submit(t(`panel.library.${type}.remove`), [remove(type, id)]) === null) return;
    editor.session.announce(t("panel.said.removed", { title }));
  },
};
