/**
 * A step as a card, in plain elements: a large sheet has a thousand of them, and a library's share of each would be most
 * of the time until it takes input. A card is written once and its inside anew only where what it shows changed.
 */
import type { Editor } from "../../actions/editor";
import { findingOpen } from "../../actions/verbs/finding-open";
import type { Exchange, Lane, LaneKind, Link, Step, Use } from "../../model/records";
import type { Finding } from "../../sync/friction";
import { NBSP, quoted, t } from "../../text";
import { type Names, type Pill, type Times, factsOf, labelOf, pillLabel, pillsOf, timesOf } from "./facts";
import { NONE, type Parts } from "./parts";

/** All that a card shows. */
export interface Face {
  readonly step: Step;
  readonly tone: Tone;
  /** Whether another than the lane's actor does it. */
  readonly byOther: boolean;
  readonly uses: readonly Use[];
  readonly exchanges: readonly Exchange[];
  readonly shared: readonly Link[];
  readonly findings: readonly Finding[];
  readonly names: Names;
}
export type Tone = "customer" | "employee" | "support" | "evidence";

export const TONES: Readonly<Record<LaneKind, Tone>> = {
  evidence: "evidence",
  customer: "customer",
  frontstage: "employee",
  backstage: "employee",
  support: "support",
};

/** Stands at the end of a line, never at the beginning of one. */
export const SEPARATOR = `${NBSP}· `;

export function faceOf(step: Step, { kind, actor }: Lane, parts: Parts): Face {
  const { id } = step;
  return {
    step,
    tone: TONES[kind],
    byOther: step.actor !== null && step.actor !== actor,
    uses: parts.uses.get(id) ?? NONE,
    exchanges: parts.exchanges.get(id) ?? NONE,
    shared: parts.shared.get(id) ?? NONE,
    findings: parts.findings.get(id) ?? NONE,
    names: parts.names,
  };
}

/** Still to be written. */
export function createCard(step: string): HTMLElement {
  blank ??= makeBlank();
  const card = blank.cloneNode(true) as HTMLElement;
  card.dataset.step = step;
  return card;
}

/** Whether two faces say the same, but for the flag: then a card is as high. */
export const sameText = (a: Face, b: Face): boolean =>
  a.step === b.step &&
  a.byOther === b.byOther &&
  a.uses === b.uses &&
  a.exchanges === b.exchanges &&
  a.shared === b.shared &&
  a.names === b.names;

/** What stands on a card below its title. */
export function textOf({ step, uses, exchanges, shared, byOther, names }: Face): Text {
  const [only, another] = shared;
  const share = only !== undefined && another === undefined ? only.share : null;
  return {
    times: timesOf(step),
    facts: factsOf(step, exchanges, share, byOther, names),
    pills: pillsOf(step, uses, names),
  };
}
export interface Text {
  readonly times: Times | null;
  readonly facts: readonly string[];
  readonly pills: readonly Pill[];
}

/** Writes what differs from `before`; true where the card may have another height now. */
export function writeCard(editor: Editor, card: HTMLElement, face: Face, before: Face | null): boolean {
  const same = before !== null && sameText(before, face);
  if (same && before.findings === face.findings) return false;
  const { step, findings } = face;
  const { times, facts, pills } = textOf(face);
  card.setAttribute("aria-label", labelOf(step, times, facts, pills, findings.length));
  if (before?.findings !== findings) writeFlag(editor, card, findings);
  if (same) return false;
  writeTitle(card, step);
  if (before !== null) {
    for (const part of card.querySelectorAll(":scope > :is(.card-facts, .card-pills, .card-said)"))
      part.remove();
  }
  const handles = child(card, "handles");
  if (times !== null || facts.length > 0) card.insertBefore(factsElement(times, facts), handles);
  if (pills.length > 0) card.insertBefore(pillsElement(pills), handles);
  if (step.said !== "") card.insertBefore(saidElement(step.said), handles);
  return true;
}

const child = (card: HTMLElement, name: string): HTMLElement | null =>
  ([...card.children] as HTMLElement[]).find((one) => one.classList.contains(name)) ?? null;

/** Every card has one. */
export const titleOf = (card: HTMLElement): HTMLElement => child(card, "card-title") as HTMLElement;

function writeTitle(card: HTMLElement, step: Step): void {
  const title = titleOf(card);
  title.textContent = step.title;
  if (step.moment_of_truth) title.prepend((star ??= makeStar()).cloneNode(true));
}

function factsElement(times: Times | null, facts: readonly string[]): HTMLElement {
  const line = element("div", "card-facts");
  line.dir = "auto";
  if (times !== null) {
    const { work, wait, bar } = times;
    const known = element("span", "card-times"); // a person may leave it away: see views.css
    if (work !== null) known.append(time(work, t("sheet.card.work", { time: work })));
    if (work !== null && wait !== null) known.append(" + ");
    if (wait !== null) {
      const whole = time(wait, t("sheet.card.wait", { time: wait }));
      const hatched = element("span", "wait-bar");
      hatched.style.width = `${bar}px`;
      whole.prepend(hatched);
      known.append(whole);
    }
    line.append(known);
  }
  if (facts.length > 0) {
    const more = element("span", "card-more");
    more.textContent = facts.join(SEPARATOR);
    line.append(more);
  }
  return line;
}

function saidElement(said: string): HTMLElement {
  const words = element("div", "card-said");
  words.dir = "auto";
  words.textContent = quoted(said);
  return words;
}

function time(text: string, title: string): HTMLElement {
  const span = element("span", "time");
  span.title = title;
  span.textContent = text;
  return span;
}

function pillsElement(pills: readonly Pill[]): HTMLElement {
  const row = element("div", "card-pills");
  for (const pill of pills) {
    const span = element("span", `pill ${pill.kind}`);
    span.title = pillLabel(pill);
    span.dir = "auto";
    span.textContent = pill.text;
    row.append(span);
  }
  return row;
}

/** On a flag: the number that the list and the export have for its one finding, or how many there are. */
export const flagText = (findings: readonly Finding[]): string =>
  findings.length === 1 ? String(findings[0]?.number) : `×${findings.length}`;

/** One flag a card; each finding behind it has its mark. */
function writeFlag(editor: Editor, card: HTMLElement, findings: readonly Finding[]): void {
  child(card, "flag")?.remove();
  const [first, ...more] = findings;
  if (first === undefined) return;
  const flag = element("button", "flag") as HTMLButtonElement;
  flag.type = "button";
  flag.tabIndex = -1;
  flag.dataset.finding = first.fingerprint;
  const { number } = first;
  const name =
    more.length === 0
      ? t("diagnosis.without.number", { number })
      : t("sheet.card.findings", { n: findings.length });
  flag.setAttribute("aria-label", name);
  flag.title = findings.map((finding) => finding.because).join("\n");
  const count = element("span", "flag-count");
  count.textContent = flagText(findings);
  flag.append(count);
  for (const finding of more) {
    const mark = element("span", "");
    mark.dataset.finding = finding.fingerprint;
    mark.hidden = true;
    flag.append(mark);
  }
  flag.addEventListener("click", () => openNext(editor, card.dataset.step ?? "", findings));
  card.prepend(flag); // it floats: before the title
}

/** Pressed again and again, a flag opens one finding after the other. */
function openNext(editor: Editor, id: string, findings: readonly Finding[]): void {
  const { session } = editor;
  const at = findings.findIndex((finding) => finding.fingerprint === session.opened.value);
  const next = findings[(at + 1) % findings.length];
  const step = editor.state.value.step.get(id);
  if (step !== undefined) session.select(step);
  if (next === undefined) return;
  findingOpen.run(editor, next.fingerprint);
  session.announce(next.because);
}

let blank: HTMLElement | undefined;
/** A copy of one is made in a fraction of the time that its parts take. */
function makeBlank(): HTMLElement {
  const card = element("div", "card");
  card.setAttribute("role", "group");
  card.setAttribute("aria-roledescription", t("sheet.card.role")); // a page speaks one language
  card.tabIndex = -1;
  const title = element("div", "card-title");
  title.dir = "auto";
  card.append(title);
  return card;
}

const SVG = "http://www.w3.org/2000/svg";
let star: Element | undefined;
function makeStar(): Element {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", "star");
  svg.setAttribute("viewBox", "0 0 11 11");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", "M5.5 0l1.6 3.5 3.9.5-2.9 2.6.8 3.9-3.4-1.9-3.4 1.9.8-3.9L0 4l3.9-.5z");
  svg.append(path);
  return svg;
}

export function element(tag: string, name: string): HTMLElement {
  const made = document.createElement(tag);
  if (name !== "") made.className = name;
  return made;
}
