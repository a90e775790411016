/**
 * A large sheet when it is opened: cards beyond the first screen are not made at first. Those of lanes that it shows are taken
 * to be as high as their words will make them, the others on it are measured as they are; lanes below it wait as a whole.
 */
import type { Editor } from "../../actions/editor";
import type { Sheet } from "../../model/sheet";
import type { Face } from "./card";
import type { Stand } from "./cells";
import type { Reach } from "../links/layer";
import { columnsOf } from "./columns";
import { HEIGHT as FEELINGS } from "./curve";
import { CARD_GAP, type Estimator, createEstimator } from "./estimate";
import { CELL_X, CELL_Y } from "./measure";
import { isLarge } from "./resting";

/** In pixels, as low as they can be: the bar above the sheet, its heads, and the list below it. */
const BAR = 50;
const HEADS = 70 + FEELINGS;
const LIST = 34;

export interface Opening {
  /** How far the first screen reaches, from the sheet's left and upper edge. */
  readonly reach: Reach;
  /** How many columns are laid out at once. */
  readonly columns: number;
  /** Whether a lane that begins so far below the first one's top lies below the first screen. */
  below(top: number): boolean;
  /** Where cards will stand below the top of their cell, one below the other. */
  stands(moment: string, faces: readonly Face[]): readonly Stand[];
  /** How wide cards are in the column of a moment. */
  width(moment: string): number;
}

/** Null where all is written and laid out at once: a small sheet, cards that are compact or folded, the wall. */
export function createOpening({ session, state }: Editor, canvas: HTMLElement, sheet: Sheet): Opening | null {
  const { density, times, facts } = session.look.peek();
  const plain =
    density === "comfortable" &&
    times &&
    facts &&
    session.folded.peek().size === 0 &&
    !session.wall.peek() &&
    session.zoom.peek() === 1;
  if (!plain || !isLarge(state.peek())) return null;
  const estimate = createEstimator(canvas);
  if (estimate === null) return null;
  const style = getComputedStyle(canvas);
  const pixels = (name: string): number => parseFloat(style.getPropertyValue(name));
  const [label, least] = [pixels("--label"), pixels("--column-least")];
  const own = session.widths.peek();
  const width = (moment: string): number => (own.get(moment) ?? least) - 2 * CELL_X;
  const reach = { x: window.innerWidth, y: window.innerHeight - BAR - LIST };
  return {
    reach,
    columns: nearColumns(sheet, own, label, least),
    below: (top) => HEADS + top > reach.y,
    stands: (moment, faces) => stacked(faces, estimate, width(moment)),
    width,
  };
}

function stacked(faces: readonly Face[], estimate: Estimator, width: number): Stand[] {
  let at = CELL_Y;
  return faces.map((face) => {
    const stand = { id: face.step.id, at, h: estimate(face, width) };
    at += stand.h + CARD_GAP;
    return stand;
  });
}

/** How many columns beside the labels lie in sight when the sheet is opened; they are `least` wide where they have no width of their `own`. */
function nearColumns(sheet: Sheet, own: ReadonlyMap<string, number>, label: number, least: number): number {
  const end = window.innerWidth; // to ask the sheet itself would have it laid out
  const { columns } = columnsOf(sheet);
  let x = label;
  const last = columns.findIndex(({ moment }) => (x += own.get(moment?.id ?? "") ?? least) >= end);
  return last < 0 ? columns.length : last + 1;
}
