/** What a gesture in progress shows: the views draw it, the states below write it. */
import type { Header } from "../actions/session";
import type { Spot } from "../actions/verbs/header-place";
import type { Half } from "../model/sheet";
import type { Landing } from "./landing";

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

/** One of a link's two cards. */
export type End = "source" | "target";

export type Gesture =
  | { readonly kind: "idle" }
  /** `lands`: each cell that cards would land in; none while the pointer is beside the sheet. */
  | {
      readonly kind: "cards";
      readonly ids: ReadonlySet<string>;
      readonly lands: readonly Landing[];
      readonly copy: boolean;
    }
  | { readonly kind: "header"; readonly on: Header; readonly id: string; readonly over: Spot | null }
  /** `pointer` in client coordinates; null while the keyboard chooses. */
  | {
      readonly kind: "link";
      /** The card that stays: of a new link its source, of one whose end is pulled its other card. */
      readonly source: string;
      readonly target: string | null;
      readonly pointer: Point | null;
      /** The link whose end is pulled, and which end. */
      readonly pulled?: { readonly link: string; readonly end: End };
      /** The cell in which a card would be made, were the link dropped now. */
      readonly ground?: { readonly lane: string; readonly moment: string } | null;
    }
  | { readonly kind: "pan" }
  /** Ground is dragged over; the cards under it are selected. In client coordinates. */
  | { readonly kind: "marquee"; readonly from: Point; readonly to: Point }
  /** The border of a moment's column is dragged. */
  | { readonly kind: "column"; readonly moment: string }
  /** A point of an emotion curve is dragged; null: not felt, or not known. */
  | {
      readonly kind: "feeling";
      readonly half: Half;
      readonly moment: string;
      readonly value: number | null;
    };

export const IDLE: Gesture = { kind: "idle" };
