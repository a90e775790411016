/** Listens to the sheet's pointer and keys and hands them to the state that is on. */
import { type ReadonlySignal, signal } from "@preact/signals-core";
import type { Editor } from "../actions/editor";
import { listenToClipboard } from "./clipboard";
import { type Gesture, IDLE } from "./gesture";
import { hitOf } from "./hit";
import { doubleClick, key, press } from "./idle";
import { linkByKeys } from "./linking";
import type { Next, Stage, State } from "./state";
import { type Typing, createTyping } from "./typing";
import { createZooming } from "./zooming";

export interface Interactions {
  readonly gesture: ReadonlySignal<Gesture>;
  readonly typing: Typing;
  /** Whether the pointer is down on the sheet. */
  held(): boolean;
  /** Begins to link a card by keys, as its handle does when it is clicked. */
  link(step: string): void;
  /** Begins to listen; the result ends it. */
  attach(): () => void;
}

/** `scale` gives the size on screen, also where the sheet is fitted. */
export function createInteractions(editor: Editor, root: HTMLElement, scale: () => number): Interactions {
  const gesture = signal<Gesture>(IDLE);
  const stage: Stage = { editor, root, gesture };
  const page = root.ownerDocument;
  const zooming = createZooming(editor, root, scale);
  let state: State | null = null;
  let space = false;

  function go(next: Next): void {
    if (next === undefined) return;
    const before = state;
    state = null;
    before?.leave?.();
    if (next !== "idle") state = next;
  }
  const busy = (): boolean => state !== null;
  /** The old state leaves before the new one begins: both write the gesture. */
  const begin = (make: () => Next): void => {
    go("idle");
    go(make());
  };

  function onPointerDown(event: PointerEvent): void {
    zooming.end();
    if (event.button > 1 || !event.isPrimary) return;
    // What the keyboard began, a press decides when it ends.
    if (state !== null && state.move === undefined) return;
    begin(() => press(stage, event, event.button === 1 || space));
  }
  /** Wherever the focus is: what the pointer drags, Escape takes back. */
  function onEscape(event: KeyboardEvent): void {
    if (event.key !== "Escape" || state?.move === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    go("idle");
  }
  const onPointerMove = (event: PointerEvent): void => go(state?.move?.(event));
  const onPointerUp = (event: PointerEvent): void => go(state?.up?.(event));
  const onPointerCancel = (): void => {
    if (state?.move !== undefined) go("idle");
  };

  function onKeyDown(event: KeyboardEvent): void {
    const { on } = hitOf(event.target);
    if (event.key === " " && on !== "field" && on !== "button" && on !== "flag" && on !== "handle") {
      hold(true);
      event.preventDefault(); // it would scroll
    }
    if (state !== null) {
      if (event.key === "Escape") {
        event.preventDefault();
        event.stopPropagation();
        go("idle");
        return;
      }
      go(state.key?.(event));
      if (event.defaultPrevented || busy()) return;
    }
    go(key(stage, event));
  }
  const onKeyUp = (event: KeyboardEvent): void => {
    if (event.key === " ") hold(false);
  };
  const onBlur = (): void => hold(false);
  /** The space bar is held down: a drag moves the sheet. */
  function hold(down: boolean): void {
    space = down;
    root.toggleAttribute("data-space", down);
  }
  /** Also where nothing has the focus yet. */
  const onPageKeyDown = (event: KeyboardEvent): void => {
    onEscape(event);
    if (event.key === " " && event.target === page.body && root.matches(":hover")) {
      hold(true);
      event.preventDefault();
    }
  };
  const onDoubleClick = (event: MouseEvent): void => doubleClick(stage, event);
  const onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zooming.turn(event);
  };

  return {
    gesture,
    typing: createTyping(stage),
    held: () => state?.move !== undefined,
    link: (id) => begin(() => linkByKeys(stage, id) ?? undefined),
    attach() {
      const endClipboard = listenToClipboard(stage);
      root.addEventListener("pointerdown", onPointerDown);
      page.addEventListener("pointermove", onPointerMove);
      page.addEventListener("pointerup", onPointerUp);
      page.addEventListener("pointercancel", onPointerCancel);
      page.addEventListener("keydown", onPageKeyDown, true);
      window.addEventListener("blur", onBlur);
      root.addEventListener("keydown", onKeyDown);
      page.addEventListener("keyup", onKeyUp);
      root.addEventListener("dblclick", onDoubleClick);
      root.addEventListener("wheel", onWheel, { passive: false });
      return () => {
        go("idle");
        endClipboard();
        zooming.end();
        root.removeEventListener("pointerdown", onPointerDown);
        page.removeEventListener("pointermove", onPointerMove);
        page.removeEventListener("pointerup", onPointerUp);
        page.removeEventListener("pointercancel", onPointerCancel);
        page.removeEventListener("keydown", onPageKeyDown, true);
        window.removeEventListener("blur", onBlur);
        root.removeEventListener("keydown", onKeyDown);
        page.removeEventListener("keyup", onKeyUp);
        root.removeEventListener("dblclick", onDoubleClick);
        root.removeEventListener("wheel", onWheel);
      };
    },
  };
}
