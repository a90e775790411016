/**
 * The editor as the parts beside the sheet see it: bar, panel, list and notices. While the keyboard is on the sheet they
 * follow an edit once it is drawn there, so that a card moves within the frame of its key; else at once. Whether it is
 * saved is true at any moment.
 */
import { type ReadonlySignal, type Signal, batch, effect, signal, untracked } from "@preact/signals-core";
import type { Editor } from "../../actions/editor";
import { page } from "../../sync/page";

export interface Beside {
  readonly editor: Editor;
  end(): void;
}

/** Keys that lead away from the sheet. */
const LEAVING = new Set(["F6", "Tab"]);

const isSheet = (at: EventTarget | null): boolean =>
  at instanceof Element && at.closest('[data-region="sheet"]') !== null;

export function beside(editor: Editor): Beside {
  const { session } = editor;
  const ends: (() => void)[] = [];
  const follows: (() => void)[] = [];
  const sources: ReadonlySignal<unknown>[] = [];
  let waiting = false;

  /** Brings all of them up to what is, together: no part sees one without the other. */
  function follow(): void {
    waiting = false;
    batch(() => follows.forEach((each) => each()));
  }
  function after<T>(source: ReadonlySignal<T>): Signal<T> {
    const copy = signal(source.peek());
    sources.push(source);
    follows.push(() => (copy.value = source.peek()));
    return copy;
  }
  /** One that can be set: that holds for everybody at once. */
  function shared<T>(source: Signal<T>): Signal<T> {
    const copy = after(source);
    let last = copy.peek();
    ends.push(
      effect(() => {
        const set = copy.value;
        untracked(() => {
          if (set !== last && set !== source.peek()) source.value = set;
          last = set;
        });
      }),
    );
    return copy;
  }
  const seen: Editor = {
    ...editor,
    state: after(editor.state),
    sheet: after(editor.sheet),
    findings: after(editor.findings),
    concerns: after(editor.concerns),
    flagged: after(editor.flagged),
    undoable: after(editor.undoable),
    redoable: after(editor.redoable),
    session: {
      ...session,
      selection: shared(session.selection),
      focus: shared(session.focus),
      selectedLink: shared(session.selectedLink),
      notices: shared(session.notices),
    },
  };

  const onSheet = (): boolean => isSheet(document.activeElement);
  /** Whoever comes over, by pointer or keys, finds there what there is. */
  const leave = (event: Event): void => {
    const over = event instanceof KeyboardEvent ? LEAVING.has(event.key) : !isSheet(event.target);
    if (waiting && over) follow();
  };
  const { panel, opened, flagging, dismissing, noting, tray, list } = session;
  ends.push(
    effect(() => {
      sources.forEach((source) => source.value);
      untracked(() => {
        if (!onSheet()) follow();
        else if (!waiting) {
          waiting = true;
          page.drawn(() => {
            if (waiting) follow();
          });
        }
      });
    }),
    // What unfolds is about what is selected by then.
    effect(() => {
      [panel, opened, flagging, dismissing, noting, tray, list].forEach((each) => each.value);
      untracked(follow);
    }),
  );
  const ways = ["focusin", "pointerdown", "keydown"];
  for (const way of ways) document.addEventListener(way, leave, true);
  return {
    editor: seen,
    end() {
      for (const way of ways) document.removeEventListener(way, leave, true);
      for (const end of ends) end();
    },
  };
}
