/** Shows what is beside what is aimed at. */
import type { Action } from "../action";
import { showView } from "../look";

export const viewCompare: Action = {
  id: "view-compare",
  label: "actions.view.compare",
  group: "view",
  scope: "page",
  keys: {},
  enabled: ({ session, twins }) => session.view.value !== "compare" && twins.value !== null,
  run(editor) {
    showView(editor, "compare");
  },
};
