/** Shows what is selected as large as it fits. */
import type { Action } from "../action";
import { targetSteps } from "../targets";

export const zoomSelection: Action = {
  id: "zoom-selection",
  label: "direct.zoom.selection",
  group: "view",
  scope: "page",
  keys: { "Alt+2": [] },
  enabled: (editor) => targetSteps(editor).length > 0,
  run(editor) {
    const { session } = editor;
    session.zoomTo.value = { on: "steps", ids: targetSteps(editor).map(({ id }) => id) };
  },
};
