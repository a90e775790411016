/** Says that a tool no longer copies information to another by itself. */
import { remove } from "../../model/records";
import { t } from "../../text";
import type { Action } from "../action";

export const feedRemove: Action<[id: string]> = {
  id: "feed-remove",
  label: "panel.feed.remove",
  group: "blueprint",
  scope: "page",
  keys: {},
  enabled: () => false, // of the panel, never of a menu
  run(editor, id) {
    editor.submit(t("panel.feed.remove"), [remove("feed", id)]);
  },
};
