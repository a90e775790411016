/** Shows the sheet. */
import type { Action } from "../action";
import { showView } from "../look";

export const viewBlueprint: Action = {
  id: "view-blueprint",
  label: "actions.view.blueprint",
  group: "view",
  scope: "page",
  keys: {},
  enabled: ({ session }) => session.view.value !== "blueprint",
  run(editor) {
    showView(editor, "blueprint");
  },
};
