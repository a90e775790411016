/** Undo and redo as a person meets them: what was taken back is said, with the way back beside it, and shown where it is. */
import { batch } from "@preact/signals-core";
import type { State, Step } from "../model/records";
import { inOrder } from "../model/siblings";
import { t } from "../text";
import type { Editor } from "./editor";
import { within } from "./labels";

/** One notice for the history: the newest step of it stands for those before. */
export const HISTORY = "history";

/** All of it is one change for who draws: what is drawn from records and selection is drawn once. */
export function travel(editor: Editor, way: "undo" | "redo"): void {
  batch(() => go(editor, way));
}

function go(editor: Editor, way: "undo" | "redo"): void {
  const { session, store, sync } = editor;
  const before = store.state; // a part beside the sheet may not show it yet
  const label = sync[way]();
  if (label === null) {
    session.announce(t(way === "undo" ? "actions.said.nothingToUndo" : "actions.said.nothingToRedo"));
    return;
  }
  const text = t(way === "undo" ? "actions.said.undone" : "actions.said.redone", { label: within(label) });
  const back = way === "undo" ? "redo" : "undo";
  session.notify({
    tone: "info",
    about: HISTORY,
    text,
    act: { label: t(back === "redo" ? "actions.redo" : "actions.undo"), run: () => travel(editor, back) },
  });
  session.announce(text);
  lead(editor, before, store.state);
}

/** Selects what came back or changed, so that it is seen; of what went, the place where it was. */
function lead({ session }: Editor, before: State, after: State): void {
  if (session.editing.value !== null || before.step === after.step) return;
  const changed = inOrder(after.step.values()).filter((step) => differs(before.step.get(step.id), step));
  const [first] = changed;
  if (first !== undefined) {
    session.select(first);
    session.choose(changed.map(({ id }) => id));
    return;
  }
  const gone = [...before.step.values()].filter((step) => !after.step.has(step.id));
  session.choose([...session.selection.value].filter((id) => after.step.has(id)));
  const [place] = inOrder(gone);
  if (place !== undefined)
    session.focus.value = { on: "cell", lane: place.lane, moment: place.moment, step: null };
}

/** A step that only made room for another is not what was taken back. */
function differs(before: Step | undefined, after: Step): boolean {
  if (before === after) return false;
  if (before === undefined) return true;
  const rest = (step: Step): string => JSON.stringify({ ...step, order: "" });
  return rest(before) !== rest(after);
}
