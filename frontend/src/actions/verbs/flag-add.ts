/** Raises a flag where a person saw friction, and opens it. */
import { newId } from "../../model/ids";
import { put, type Flag } from "../../model/records";
import { t } from "../../text";
import type { Action } from "../action";

export type FlagText = Pick<Flag, "on" | "area" | "kind" | "text">;

export const flagAdd: Action<[flag: FlagText], string | null> = {
  id: "flag-add",
  label: "reviews.flag.add",
  group: "review",
  scope: "page",
  keys: {},
  enabled: () => false, // of the panel, never of a menu
  run(editor, flag) {
    const { session } = editor;
    const id = newId();
    if (editor.submit(t("reviews.flag.add"), [put("flag", { id, ...flag })]) === null) return null;
    session.flagging.value = null;
    session.opened.value = id;
    session.announce(t("reviews.said.flagged"));
    return id;
  },
};
