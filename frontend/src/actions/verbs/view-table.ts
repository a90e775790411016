/** Shows every step as a row. */
import type { Action } from "../action";
import { showView } from "../look";

export const viewTable: Action = {
  id: "view-table",
  label: "actions.view.table",
  group: "view",
  scope: "page",
  keys: {},
  enabled: ({ session }) => session.view.value !== "table",
  run(editor) {
    showView(editor, "table");
  },
};
