/** Shows what is beside what is aimed at. */
import type { Action } from "../action";
import { isPaired, showView } from "../look";

export const viewCompare: Action = {
  id: "view-compare",
  label: "actions.view.compare",
  group: "view",
  scope: "page",
  keys: {},
  enabled: (editor) => editor.session.view.value !== "compare" && isPaired(editor),
  run(editor) {
    showView(editor, "compare");
  },
};
