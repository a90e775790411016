/** What lies under the pointer, read from the elements' data attributes. */
import type { Header } from "../actions/session";
import type { Spot } from "../actions/verbs/header-place";
import type { LaneKind } from "../model/records";
import { LANE_KINDS } from "../model/records";
import type { Half, Sheet } from "../model/sheet";
import type { CardSpot, End } from "./gesture";

export type Hit =
  | { readonly on: "field" | "button" | "ground" }
  | { readonly on: "handle" | "flag" | "step"; readonly step: string }
  | { readonly on: "link"; readonly link: string }
  /** A point of an emotion curve. */
  | { readonly on: "feeling"; readonly half: Half; readonly moment: string }
  /** The ground of the emotion band, where at least one side's point is missing. */
  | {
      readonly on: "feel";
      readonly halves: readonly Half[];
      readonly moment: string;
      readonly middle: number;
    }
  | { readonly on: "resize"; readonly moment: string }
  | { readonly on: "link-end"; readonly link: string; readonly end: End }
  | { readonly on: "header"; readonly header: Header; readonly id: string }
  | { readonly on: "cell"; readonly lane: string; readonly moment: string };

export function hitOf(target: EventTarget | null): Hit {
  const element = target instanceof Element ? target : null;
  const near = (selector: string): HTMLElement | SVGElement | null =>
    element?.closest<HTMLElement>(selector) ?? null;
  if (near("input, textarea, select, [contenteditable]") !== null) return { on: "field" };
  const point = near("[data-feeling]")?.dataset;
  if (point?.at !== undefined) return { on: "feeling", half: point.feeling as Half, moment: point.at };
  const band = near("[data-feel]");
  if (band?.dataset.feel !== undefined) {
    const box = band.getBoundingClientRect();
    const halves = (band.dataset.missing ?? "").split(" ") as Half[];
    return { on: "feel", halves, moment: band.dataset.feel, middle: box.left + box.width / 2 };
  }
  const border = near("[data-resize]")?.dataset.resize;
  if (border !== undefined) return { on: "resize", moment: border };
  const pulled = near("[data-link-end]")?.dataset;
  if (pulled?.of !== undefined) return { on: "link-end", link: pulled.of, end: pulled.linkEnd as End };
  const step = near("[data-step]")?.dataset.step;
  if (step !== undefined && near("[data-handle]") !== null) return { on: "handle", step };
  if (step !== undefined && near(".flag") !== null) return { on: "flag", step };
  if (near("button, a") !== null) return { on: "button" };
  if (step !== undefined) return { on: "step", step };
  const link = near("[data-link]")?.dataset.link;
  if (link !== undefined) return { on: "link", link };
  const header = near("[data-header]")?.dataset;
  if (header?.header !== undefined && header.id !== undefined) {
    return { on: "header", header: header.header as Header, id: header.id };
  }
  const cell = near("[data-lane][data-moment]")?.dataset;
  if (cell?.lane !== undefined && cell.moment !== undefined) {
    return { on: "cell", lane: cell.lane, moment: cell.moment };
  }
  return { on: "ground" };
}

/**
 * As `hitOf`, for an event of the pointer: a cell that rests lies over the links that run in its margin, where the browser
 * gives the cell.
 */
export function hitAt({ target, clientX, clientY }: PointerEvent | MouseEvent): Hit {
  const hit = hitOf(target);
  if (hit.on !== "cell" || !(target instanceof Element) || target.closest("[data-lazy]") === null) return hit;
  const link = under(clientX, clientY, "[data-link]")?.dataset.link;
  return link === undefined ? hit : { on: "link", link };
}

const under = (x: number, y: number, selector: string): HTMLElement | undefined =>
  document
    .elementsFromPoint(x, y)
    .map((element) => element.closest<HTMLElement>(selector))
    .find((element) => element !== null) ?? undefined;

export const stepAt = (x: number, y: number): string | null =>
  under(x, y, "[data-step]")?.dataset.step ?? null;

/** The cell here, with or without cards. */
export function cellAt(x: number, y: number): { readonly lane: string; readonly moment: string } | null {
  const { lane, moment } = under(x, y, "[data-lane][data-moment]")?.dataset ?? {};
  return lane === undefined || moment === undefined ? null : { lane, moment };
}

/** Where cards dropped here would land; `dragged` ones do not count as neighbours. */
export function cardSpotAt(x: number, y: number, dragged: ReadonlySet<string>): CardSpot | null {
  const cell = under(x, y, "[data-lane][data-moment]");
  const { lane, moment } = cell?.dataset ?? {};
  if (cell === undefined || lane === undefined || moment === undefined) return null;
  for (const card of cell.querySelectorAll<HTMLElement>("[data-step]")) {
    const id = card.dataset.step;
    const box = card.getBoundingClientRect();
    if (id !== undefined && !dragged.has(id) && y < box.top + box.height / 2)
      return { lane, moment, before: id };
  }
  return { lane, moment, before: null };
}

/** Where a header dropped here would stand. */
export function headerSpotAt(
  root: Element,
  sheet: Sheet,
  on: Header,
  id: string,
  x: number,
  y: number,
): Spot | null {
  const headers = [...root.querySelectorAll<HTMLElement>(`[data-header="${on}"]`)];
  const past = (element: HTMLElement): boolean => {
    const box = element.getBoundingClientRect();
    return on === "lane" ? y > box.top + box.height / 2 : x > box.left + box.width / 2;
  };
  const at = headers.filter(past).length;
  const next = headers[at]?.dataset.id ?? null;
  const previous = headers[at - 1]?.dataset.id ?? null;
  if (next === id || previous === id) return stays(sheet, on, id);
  if (on === "phase") return { on, id, before: next };
  if (on === "moment") return momentSpot(sheet, id, previous, next, x, headers[at - 1], headers[at]);
  return laneSpot(sheet, id, previous, next);
}

/** The place where it stands already: a drop there changes nothing. */
function stays(sheet: Sheet, on: Header, id: string): Spot | null {
  if (on === "phase") return { on, id, before: id };
  if (on === "moment") {
    const moment = sheet.moments.find((one) => one.id === id);
    return moment === undefined ? null : { on, id, phase: moment.phase, before: id };
  }
  const lane = sheet.lanes.find((one) => one.id === id);
  return lane === undefined ? null : { on, id, kind: lane.kind, before: id };
}

/** Between two phases, the nearer side says which of them it joins. */
function momentSpot(
  sheet: Sheet,
  id: string,
  previous: string | null,
  next: string | null,
  x: number,
  left: HTMLElement | undefined,
  right: HTMLElement | undefined,
): Spot | null {
  const phaseOf = (moment: string | null): string | undefined =>
    sheet.moments.find((one) => one.id === moment)?.phase;
  const [before, after] = [phaseOf(previous), phaseOf(next)];
  const boundary = (left?.getBoundingClientRect().right ?? -Infinity) + 0;
  const joinsNext =
    before === undefined || (before !== after && after !== undefined && x > boundary && right !== undefined);
  const phase = joinsNext ? after : before;
  if (phase === undefined) return null;
  return { on: "moment", id, phase, before: phase === after ? next : null };
}

function laneSpot(sheet: Sheet, id: string, previous: string | null, next: string | null): Spot | null {
  const kindOf = (lane: string | null): LaneKind | undefined =>
    sheet.lanes.find((one) => one.id === lane)?.kind;
  const own = kindOf(id);
  const [above, below] = [kindOf(previous), kindOf(next)];
  if (own === undefined) return null;
  // Its own kind where it can be kept; else that of the lane it is dropped beside.
  const rank = (kind: LaneKind): number => LANE_KINDS.indexOf(kind);
  const fits =
    (above === undefined || rank(above) <= rank(own)) && (below === undefined || rank(own) <= rank(below));
  const kind = fits ? own : (above ?? below ?? own);
  return { on: "lane", id, kind, before: kind === below ? next : null };
}
