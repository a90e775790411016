/** A point of an emotion curve follows the pointer up and down; the release sets it, as one change. */
import { feltAt, meanAt, stepsFelt, within } from "../actions/feelings";
import { feelingSet } from "../actions/verbs/feeling-set";
import type { Half } from "../model/sheet";
import { type Held, dragging } from "./dragging";
import type { Stage, State } from "./state";

export function dragFeeling(stage: Stage, half: Half, moment: string, start: Held): State {
  const { editor, root, gesture } = stage;
  let value: number | null = null;
  return dragging(stage, start, {
    scrolls: false,
    follow({ clientY }) {
      const next = emotionAt(root, clientY);
      if (next === value) return;
      value = next;
      const steps = stepsFelt(editor.sheet.value, half, moment);
      gesture.value = { kind: "feeling", half, moment, value: meanAt(steps, value) };
    },
    drop() {
      if (value !== null) feelingSet.run(editor, half, moment, value);
    },
  });
}

/** A press in the band where nothing is known yet. */
export function setFeeling({ editor, root }: Stage, half: Half, moment: string, at: Held): void {
  const value = emotionAt(root, at.clientY);
  if (feltAt(stepsFelt(editor.sheet.value, half, moment), value).length > 0)
    feelingSet.run(editor, half, moment, value);
}

/** A press on a point chooses the steps that it stands for. */
export function chooseFelt({ editor }: Stage, half: Half, moment: string): void {
  const { session, sheet } = editor;
  const felt = stepsFelt(sheet.value, half, moment).filter(({ emotion }) => emotion !== null);
  session.selectedLink.value = null;
  session.opened.value = null;
  session.selection.value = new Set(felt.map(({ id }) => id));
}

/** The whole number of the scale that lies nearest to a height on screen. */
function emotionAt(root: HTMLElement, y: number): number {
  const band = root.querySelector("[data-band]")?.getBoundingClientRect();
  if (band === undefined || band.height === 0) return 0;
  return within(Math.round(2 - (4 * (y - band.top)) / band.height)) + 0; // never -0
}
