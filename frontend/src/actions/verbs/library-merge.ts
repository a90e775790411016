/** Makes two entries of the library one: every use of the second becomes one of the first, in one change. */
import { mergeOps } from "../../model/merge";
import { t } from "../../text";
import type { Action } from "../action";
import type { NamedType } from "../named";

export const libraryMerge: Action<[type: NamedType, kept: string, gone: string], boolean> = {
  id: "library-merge",
  label: "library.merge",
  group: "blueprint",
  scope: "page",
  keys: {},
  enabled: () => false, // of the panel, never of a menu
  run(editor, type, kept, gone) {
    const records = editor.state.value[type];
    const [title, other] = [records.get(kept)?.title, records.get(gone)?.title];
    if (title === undefined || other === undefined) return false;
    if (editor.submit(t(`library.merge.${type}`), mergeOps(editor.state.value, type, kept, gone)) === null) {
      return false;
    }
    editor.session.announce(t("library.said.merged", { title, other }));
    return true;
  },
};
