/** Shows one phase as large as it fits: the one named, else that of what is selected or focused. */
import type { Action } from "../action";
import type { Editor } from "../editor";

export const zoomPhase: Action<[phase?: string]> = {
  id: "zoom-phase",
  label: "direct.zoom.phase",
  group: "view",
  scope: "page",
  keys: { "Alt+3": [] },
  enabled: (editor) => phaseOf(editor) !== undefined,
  run(editor, phase = phaseOf(editor)) {
    if (phase !== undefined) editor.session.zoomTo.value = { on: "phase", id: phase };
  },
};

function phaseOf({ session, state, sheet }: Editor): string | undefined {
  const focus = session.focus.value;
  if (focus?.on === "phase") return focus.id;
  const moment = focus?.on === "cell" ? focus.moment : focus?.on === "moment" ? focus.id : undefined;
  return state.value.moment.get(moment ?? "")?.phase ?? sheet.value.phases[0]?.phase.id;
}
