/** Shows the next of the views of one blueprint. */
import type { Action } from "../action";
import { showView, viewsOf } from "../look";

export const viewNext: Action = {
  id: "view-next",
  label: "actions.view.next",
  group: "view",
  scope: "page",
  keys: { "Alt+v": [] },
  enabled: () => true,
  run(editor) {
    const views = viewsOf(editor);
    showView(editor, views[(views.indexOf(editor.session.view.value) + 1) % views.length] ?? "blueprint");
  },
};
