/** Shows the mirror: the customer above, the employees below, folded along the line of visibility. */
import type { Action } from "../action";
import { showView } from "../look";

export const viewMirror: Action = {
  id: "view-mirror",
  label: "actions.view.mirror",
  group: "view",
  scope: "page",
  keys: {},
  enabled: ({ session }) => session.view.value !== "mirror",
  run(editor) {
    showView(editor, "mirror");
  },
};
