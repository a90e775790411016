/** Says that a tool copies information to another without a hand. */
import { newId } from "../../model/ids";
import { put } from "../../model/records";
import { t } from "../../text";
import type { Action } from "../action";

export const feedAdd: Action<
  [feed: { readonly tool: string; readonly information: string; readonly to: string }]
> = {
  id: "feed-add",
  label: "panel.feed.add",
  group: "blueprint",
  scope: "page",
  keys: {},
  enabled: () => false, // of the panel, never of a menu
  run(editor, feed) {
    editor.submit(t("panel.feed.add"), [put("feed", { id: newId(), ...feed })]);
  },
};
