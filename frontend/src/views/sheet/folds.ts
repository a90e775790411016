/**
 * What is folded: a step to its title, a lane to a thin row, a phase to narrow columns. Cards stay where they are, as
 * ticks, so that links end at the fold and the keyboard still finds them. Elements are marked; views.css does the rest.
 */
import { computed, effect, untracked, type ReadonlySignal } from "@preact/signals-core";
import type { Editor } from "../../actions/editor";
import { changeFolded } from "../../actions/look";
import { type Scene, onChange } from "./scene";

/** Pixels of a moment's column in a folded phase: a tick between two gutters. */
const NARROW = 34;

type Widths = ReadonlyMap<string, number>;

/** The widths that people chose, and those of the moments that are folded. The same map while nothing changes. */
export function foldedWidths({ session, sheet }: Editor): ReadonlySignal<Widths> {
  let last: Widths = new Map();
  return computed(() => {
    const folded = session.folded.value;
    const widths = session.widths.value;
    const narrow = folded.size === 0 ? [] : sheet.value.phases.filter(({ phase }) => folded.has(phase.id));
    if (narrow.length === 0) return (last = widths);
    const next = new Map(widths);
    for (const { moments } of narrow) for (const { id } of moments) next.set(id, NARROW);
    const same = next.size === last.size && [...next].every(([id, width]) => last.get(id) === width);
    return same ? last : (last = next);
  });
}

/** The result ends it. */
export function bringFolds(scene: Scene, canvas: HTMLElement): () => void {
  const { editor } = scene;
  const { session } = editor;
  let frame = 0;
  let marked = false;

  function mark(): void {
    frame = 0;
    const folded = session.folded.peek();
    const sheet = editor.sheet.peek();
    if (folded.size === 0 && !marked) return;
    marked = folded.size > 0;
    for (const lane of sheet.lanes) {
      const on = folded.has(lane.id);
      toggle(canvas.querySelector(`[data-row="${CSS.escape(lane.id)}"]`), on);
    }
    for (const { phase, moments } of sheet.phases) {
      const on = folded.has(phase.id);
      toggle(canvas.querySelector(`[data-header="phase"][data-id="${CSS.escape(phase.id)}"]`), on);
      for (const moment of moments) {
        toggle(canvas.querySelector(`[data-header="moment"][data-id="${CSS.escape(moment.id)}"]`), on);
        for (const lane of sheet.lanes) toggle(scene.cells.at(lane.id, moment.id)?.element ?? null, on);
      }
    }
    scene.moved();
  }
  const ends = [
    session.folded.subscribe(mark),
    // Rows and cells that came since are drawn by the next frame.
    editor.sheet.subscribe(() => {
      if (session.folded.peek().size > 0 && frame === 0) frame = requestAnimationFrame(mark);
    }),
    onChange(session.look, () => scene.moved()),
    onChange(session.wall, () => scene.moved()),
    // Whoever finds or is led to a step sees it.
    effect(() => {
      const [only, another] = session.selection.value;
      const step =
        only === undefined || another !== undefined ? undefined : editor.state.peek().step.get(only);
      if (step !== undefined) untracked(() => unfoldAround(editor, step));
    }),
  ];
  return () => {
    cancelAnimationFrame(frame);
    for (const end of ends) end();
  };
}

function toggle(element: Element | null, on: boolean): void {
  if (element === null || element.hasAttribute("data-folded") === on) return;
  element.toggleAttribute("data-folded", on);
}

function unfoldAround(editor: Editor, step: { readonly lane: string; readonly moment: string }): void {
  const folded = editor.session.folded.peek();
  const phase = editor.state.peek().moment.get(step.moment)?.phase ?? "";
  if (!folded.has(step.lane) && !folded.has(phase)) return;
  changeFolded(editor, new Set([...folded].filter((id) => id !== step.lane && id !== phase)));
}
