/** A state of the pointer or the keyboard. A handler gives the state to go on with, or nothing to stay. */
import type { Editor } from "../actions/editor";
import type { Signal } from "@preact/signals-core";
import type { Gesture } from "./gesture";

export interface Stage {
  readonly editor: Editor;
  /** The element that scrolls. */
  readonly root: HTMLElement;
  readonly gesture: Signal<Gesture>;
}

/** `void`: nothing need be returned to stay. */
export type Next = State | "idle" | void;

export interface State {
  readonly move?: (event: PointerEvent) => Next;
  readonly up?: (event: PointerEvent) => Next;
  readonly key?: (event: KeyboardEvent) => Next;
  /** Called on the way out, whichever way. */
  readonly leave?: () => void;
}
