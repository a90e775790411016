/** What a gesture in progress shows: the views draw it, the states below write it. */
import type { Header } from "../actions/session";
import type { Spot } from "../actions/verbs/header-place";

export interface CardSpot {
  readonly lane: string;
  readonly moment: string;
  /** The card above which the dragged ones would land; null: last in the cell. */
  readonly before: string | null;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Gesture =
  | { readonly kind: "idle" }
  | { readonly kind: "cards"; readonly ids: ReadonlySet<string>; readonly over: CardSpot | null }
  | { readonly kind: "header"; readonly on: Header; readonly id: string; readonly over: Spot | null }
  /** `pointer` in client coordinates; null while the keyboard chooses. */
  | {
      readonly kind: "link";
      readonly source: string;
      readonly target: string | null;
      readonly pointer: Point | null;
    }
  | { readonly kind: "pan" }
  /** A card was typed at the last moment: Enter makes a next one and goes on in this lane. */
  | { readonly kind: "offer"; readonly lane: string };

export const IDLE: Gesture = { kind: "idle" };
