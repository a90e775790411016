/** What an action without arguments acts on. */
import type { Link, Step } from "../model/records";
import { inOrder } from "../model/siblings";
import type { Editor } from "./editor";
import type { Header } from "./session";

/** The selected steps in document order; where none is selected, the focused one. */
export function targetSteps({ session, state }: Editor): readonly Step[] {
  const { step } = state.value;
  const selected = [...session.selection.value].flatMap((id) => step.get(id) ?? []);
  if (selected.length > 0) return inOrder(selected);
  const focus = session.focus.value;
  const focused = focus?.on === "cell" && focus.step !== null ? step.get(focus.step) : undefined;
  return focused === undefined ? [] : [focused];
}

/** The one step that a panel or a rename is about. */
export const targetStep = (editor: Editor): Step | null => targetSteps(editor)[0] ?? null;

export function targetHeader({
  session,
  state,
}: Editor): { readonly on: Header; readonly id: string } | null {
  const focus = session.focus.value;
  return focus !== null && focus.on !== "cell" && state.value[focus.on].has(focus.id) ? focus : null;
}

export const targetLink = ({ session, state }: Editor): Link | null =>
  state.value.link.get(session.selectedLink.value ?? "") ?? null;

/** The cell that is focused and empty, or the one of the focused card. */
export function targetCell({ session }: Editor): { readonly lane: string; readonly moment: string } | null {
  const focus = session.focus.value;
  return focus?.on === "cell" ? focus : null;
}
