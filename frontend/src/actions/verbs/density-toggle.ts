/** Makes the sheet compact, or comfortable again. */
import { t } from "../../text";
import type { Action } from "../action";
import { changeLook, denser } from "../look";

export const densityToggle: Action = {
  id: "density-toggle",
  label: "actions.density",
  group: "view",
  scope: "page",
  keys: { "Alt+c": [] },
  enabled: () => true,
  run(editor) {
    const density = editor.session.look.value.density === "compact" ? "comfortable" : "compact";
    changeLook(editor, denser(density));
    editor.session.announce(t(`views.density.${density}`));
  },
};
