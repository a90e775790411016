/** What the router knows of the sheet: where cards stand and which strips between them are free. No DOM, no records. */

export interface Card {
  readonly id: string;
  /** The cell, counted in columns and rows of the sheet. */
  readonly column: number;
  readonly row: number;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A strip that no card reaches into. A line of the sheet may run along `line`; nothing else should run on it. */
export interface Strip {
  readonly from: number;
  readonly to: number;
  readonly line?: number;
}

/** Strip `i` lies before column or row `i`; the last one lies after the last. Cards of a column share their sides. */
export interface Plan {
  readonly cards: readonly Card[];
  readonly columns: readonly Strip[];
  readonly rows: readonly Strip[];
}

export interface Wire {
  readonly id: string;
  readonly source: string;
  readonly target: string;
}

export type Side = "left" | "right" | "top" | "bottom";

/**
 * One straight piece of a route, before and after it is placed. Rails of a route alternate between horizontal and
 * vertical; where two meet is a corner.
 * - `port`: horizontal, out of a card's side (or straight from card to card)
 * - `spine`: vertical, out of a card's top or bottom, over empty cells of its own column
 * - `column`, `row`: along a free strip
 */
export interface Rail {
  readonly kind: "port" | "spine" | "column" | "row";
  /** Of the strip; for a spine, of the column. */
  readonly index: number;
  /** The x of a vertical rail, the y of a horizontal one. */
  at: number;
}

/** A link's way, chosen but not yet placed. */
export interface Way {
  readonly wire: Wire;
  readonly source: Card;
  readonly target: Card;
  readonly exit: Side;
  readonly entry: Side;
  readonly rails: readonly Rail[];
}

export const middle = (strip: Strip): number => (strip.from + strip.to) / 2;
