/**
 * How high a card will be, before it is written: on a large sheet the cards out of sight are taken to be so high until
 * there is time to measure them. Knows what a card holds and asks for the widths of its words; lays out nothing.
 */

import { NBSP, quoted } from "../../text";
import { type Face, SEPARATOR, type Text, textOf } from "./card";

/** Heights of cards so wide, in pixels. */
export type Estimator = (face: Face, width: number) => number;

interface Part {
  readonly font: string;
  readonly line: number;
  readonly above: number;
  /** A person may leave it away. */
  readonly shown: boolean;
}
type Parts = Readonly<Record<"title" | "facts" | "pill" | "said", Part>>;

/** Below a card that has a neighbour above it: `.card + .card`. */
export const CARD_GAP = 18;
const PILL_GAP = 4;
/** Between the hatched bar of a wait and its time, with the bar's border. */
const BAR = 6.4;
/** Stands for it in a line of text: a private character that nobody types. */
const BAR_SIGN = "\ue000";
/** The star of a moment of truth, with its margin. */
const STAR = 15;
/** The row of pills reaches so much into the card's padding. */
const PILLS_REACH = 7;

/** Made once for a sheet, before it has cells: the styles are read from a card that is not shown. */
export function createEstimator(canvas: HTMLElement): Estimator | null {
  const brush = document.createElement("canvas").getContext("2d");
  if (brush === null) return null;
  const { parts, around, beside, pillAround, pillBeside } = readStyles(canvas);
  const { title, facts, pill, said } = parts;
  const widths = new Map<string, Map<string, number>>();
  const widthOf = (text: string, font: string): number => {
    let known = widths.get(font);
    if (known === undefined) widths.set(font, (known = new Map<string, number>()));
    let width = known.get(text);
    if (width === undefined) {
      brush.font = font;
      known.set(text, (width = brush.measureText(text).width));
    }
    return width;
  };
  const block = ({ font, line, above }: Part, words: readonly Word[], room: number): number =>
    above + line * linesOf(words, room, widthOf(" ", font), (text) => widthOf(text, font));

  const pillsHeight = (texts: Text["pills"], room: number): number => {
    const boxes = texts.map(({ text }) => {
      const wide = widthOf(text, pill.font) + pillBeside;
      const one = { ...pill, above: 0 };
      const high = wide <= room ? pill.line : block(one, words(text), room - pillBeside);
      return { wide: Math.min(wide, room), high: high + pillAround };
    });
    return pill.above + pillRows(boxes, room);
  };
  const heading = ({ title: text, moment_of_truth }: Face["step"], room: number): number => {
    let star = moment_of_truth ? STAR : 0;
    let height = title.above;
    for (const line of text.split("\n")) {
      height += block({ ...title, above: 0 }, words(line, star), room);
      star = 0;
    }
    return height;
  };

  return (face, width) => {
    const room = width - beside;
    const { step } = face;
    const text = textOf(face);
    let height = around + heading(step, room);
    if (facts.shown && (text.times !== null || text.facts.length > 0))
      height += block(facts, factWords(text), room);
    if (pill.shown && text.pills.length > 0) height += pillsHeight(text.pills, room + PILLS_REACH);
    if (said.shown && step.said !== "") height += block(said, words(quoted(step.said)), room);
    return height;
  };
}

interface Word {
  readonly text: string;
  /** What stands before it and is no text. */
  readonly before: number;
}

/** A line breaks at spaces and behind hyphens; no-break spaces hold. Several spaces in a row are one. */
const words = (text: string, before = 0): readonly Word[] =>
  text
    .split(" ")
    .filter((word, i) => word !== "" || i === 0)
    .map((word, i) => ({ text: word, before: i === 0 ? before : 0 }));

/** A time is never broken, and its bar stands before it; what else follows it without a space stays with it. */
function factWords({ times, facts }: Text): readonly Word[] {
  const whole = (time: string): string => time.replaceAll(" ", NBSP);
  const known: string[] = [];
  if (times?.work != null) known.push(whole(times.work));
  if (times?.wait != null) known.push(BAR_SIGN + whole(times.wait));
  const parts = known.length > 0 ? [known.join(" + ")] : [];
  if (facts.length > 0) parts.push(facts.join(SEPARATOR));
  return words(parts.join(SEPARATOR)).map((word) => {
    if (!word.text.includes(BAR_SIGN)) return word;
    return { text: word.text.replace(BAR_SIGN, ""), before: (times?.bar ?? 0) + BAR };
  });
}

/** Most words have no hyphen. */
const pieces = (word: string): readonly string[] => (/[-–]/.test(word) ? word.split(HYPHENS) : [word]);
const HYPHENS = /(?<=[-–])(?=\p{L})/u;

function linesOf(
  all: readonly Word[],
  room: number,
  space: number,
  widthOf: (text: string) => number,
): number {
  let lines = 1;
  let at = 0;
  for (const { text, before } of all) {
    let first = true;
    for (const piece of pieces(text)) {
      const wide = widthOf(piece) + (first ? before : 0);
      const gap = first && at > 0 ? space : 0;
      first = false;
      if (at + gap + wide <= room) {
        at += gap + wide;
        continue;
      }
      if (at > 0) lines++;
      const more = Math.max(0, Math.ceil(wide / room) - 1); // a word that is longer than the line breaks anywhere
      lines += more;
      at = wide - more * room;
    }
  }
  return lines;
}

function pillRows(boxes: readonly { wide: number; high: number }[], room: number): number {
  let total = 0;
  let at = 0;
  let row = 0;
  for (const { wide, high } of boxes) {
    if (at > 0 && at + PILL_GAP + wide > room) {
      total += row + PILL_GAP;
      at = row = 0;
    }
    at += (at > 0 ? PILL_GAP : 0) + wide;
    row = Math.max(row, high);
  }
  return total + row;
}

const pixels = (value: string): number => parseFloat(value) || 0;

function readStyles(canvas: HTMLElement) {
  const probe = document.createElement("div");
  probe.className = "card card-employee";
  probe.style.display = "none"; // without a box no style waits for a layout
  probe.setAttribute("aria-hidden", "true");
  const child = (name: string, into: HTMLElement = probe): HTMLElement => {
    const made = document.createElement("div");
    made.className = name;
    into.append(made);
    return made;
  };
  const [title, facts, row, said] = ["card-title", "card-facts", "card-pills", "card-said"].map((one) =>
    child(one),
  ) as [HTMLElement, HTMLElement, HTMLElement, HTMLElement];
  const pill = child("pill tool", row);
  canvas.append(probe);
  const part = (element: HTMLElement, above: HTMLElement = element): Part => {
    const style = getComputedStyle(element);
    const size = pixels(style.fontSize);
    const outer = getComputedStyle(above);
    return {
      font: `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`,
      line: pixels(style.lineHeight) || size * 1.25,
      above: pixels(outer.marginTop),
      shown: outer.display !== "none",
    };
  };
  const parts: Parts = { title: part(title), facts: part(facts), pill: part(pill, row), said: part(said) };
  const styles = { parts, ...edges(probe), ...named(edges(pill)) };
  probe.remove();
  return styles;
}

function edges(element: HTMLElement): { around: number; beside: number } {
  const style = getComputedStyle(element);
  const sum = (...sides: readonly ("Top" | "Right" | "Bottom" | "Left")[]): number =>
    sides.reduce(
      (all, side) => all + pixels(style[`padding${side}`]) + pixels(style[`border${side}Width`]),
      0,
    );
  return { around: sum("Top", "Bottom"), beside: sum("Left", "Right") };
}
const named = ({ around, beside }: { around: number; beside: number }) => ({
  pillAround: around,
  pillBeside: beside,
});
