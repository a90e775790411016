/** The SVG that holds the links. Written by hand, not by Preact: after a measure, only what changed is touched. */
import type { Link } from "../../model/records";
import type { Crossings } from "./crossings";
import { headPath, linePath } from "./path";
import type { Route } from "./routing";

const SVG = "http://www.w3.org/2000/svg";

/**
 * Pixels of the sheet that share one SVG: the browser paints an SVG as a whole, so what changes in one stretch leaves
 * the links of the others painted.
 */
const STRETCH = 1600;

/** So far from the left and the upper edge, in pixels of the sheet. */
export interface Reach {
  readonly x: number;
  readonly y: number;
}
export const EVERYWHERE: Reach = { x: Infinity, y: Infinity };

interface Drawn {
  readonly group: SVGGElement;
  readonly hit: SVGPathElement;
  readonly line: SVGPathElement;
  readonly head: SVGPathElement;
  route: Route | null;
  link: Link | null;
  /** Number of the drawing that it was last part of. */
  turn: number;
  path: string;
  look: string;
}

interface Waiting {
  readonly route: Route;
  readonly link: Link;
  readonly crossings: Crossings | undefined;
}

export interface Looks {
  readonly selected: string | null;
  /** Links of the finding that is lit; null where none is. */
  readonly lit: ReadonlySet<string> | null;
  /** Links of the card under the pointer or the keyboard. */
  readonly near: ReadonlySet<string>;
}

export class LinkLayer {
  readonly #svg: SVGSVGElement;
  readonly #casings = group("casings");
  /** Links by the stretch of the sheet in which they begin. */
  readonly #stretches = new Map<number, SVGSVGElement>();
  readonly #drawn = new Map<string, Drawn>();
  /** Out of reach so far; one that is asked for is drawn. */
  readonly #waiting = new Map<string, Waiting>();
  #turn = 0;
  #looks: Looks = { selected: null, lit: null, near: new Set() };

  constructor(svg: SVGSVGElement) {
    this.#svg = svg;
    svg.replaceChildren(this.#casings);
  }

  /** Routes that `crossings` does not know are drawn whole; of new ones those that come within `reach`. */
  draw(
    routes: Iterable<Route>,
    links: ReadonlyMap<string, Link>,
    crossings?: ReadonlyMap<Route, Crossings>,
    reach = EVERYWHERE,
  ): void {
    const turn = ++this.#turn;
    const fresh = new Map<SVGSVGElement, DocumentFragment>();
    this.#waiting.clear();
    for (const route of routes) {
      const link = links.get(route.id);
      if (link === undefined) continue;
      let drawn = this.#drawn.get(route.id);
      if (drawn === undefined) {
        if (leastOf(route, 0) > reach.x || leastOf(route, 1) > reach.y) {
          this.#waiting.set(route.id, { route, link, crossings: crossings?.get(route) });
          continue;
        }
        drawn = this.#make(route.id);
        const stretch = this.#stretchAt(route.points[0] ?? 0);
        let group = fresh.get(stretch);
        if (group === undefined) fresh.set(stretch, (group = document.createDocumentFragment()));
        group.append(drawn.group);
      }
      drawn.turn = turn;
      if (route !== drawn.route) lay(drawn, route, crossings?.get(route));
      if (link !== drawn.link) this.#dress(drawn, link);
    }
    for (const [stretch, group] of fresh) stretch.append(group);
    this.#drawn.forEach((drawn, id) => {
      if (drawn.turn === turn) return;
      drawn.group.remove();
      this.#drawn.delete(id);
    });
    this.#encase();
  }

  #make(id: string): Drawn {
    const drawn = create(id);
    this.#drawn.set(id, drawn);
    return drawn;
  }

  #stretchAt(x: number): SVGSVGElement {
    const at = Math.floor(x / STRETCH);
    let stretch = this.#stretches.get(at);
    if (stretch === undefined) {
      stretch = document.createElementNS(SVG, "svg");
      stretch.setAttribute("class", "links");
      stretch.setAttribute("role", "none");
      this.#stretches.set(at, stretch);
      this.#svg.parentElement?.append(stretch);
    }
    return stretch;
  }

  /** Which links stand out now. */
  show(looks: Looks, links: ReadonlyMap<string, Link>): void {
    this.#looks = looks;
    this.#drawn.forEach((drawn, id) => {
      const link = links.get(id);
      if (link !== undefined) this.#dress(drawn, link);
    });
    this.#encase();
  }

  element(id: string): SVGGElement | null {
    const waiting = this.#waiting.get(id);
    if (waiting !== undefined) {
      this.#waiting.delete(id);
      const drawn = this.#make(id);
      lay(drawn, waiting.route, waiting.crossings);
      this.#dress(drawn, waiting.link);
      this.#stretchAt(waiting.route.points[0] ?? 0).append(drawn.group);
    }
    return this.#drawn.get(id)?.group ?? null;
  }

  #dress(drawn: Drawn, link: Link): void {
    const { id, kind } = link;
    drawn.link = link;
    const { selected, lit, near } = this.#looks;
    let look = kind === "rework" ? "link rework" : "link";
    if (id === selected) look += " selected";
    if (lit?.has(id) === true) look += " lit";
    else if (lit !== null) look += " dim";
    if (near.has(id)) look += " near";
    if (look === drawn.look) return;
    drawn.look = look;
    drawn.group.setAttribute("class", look);
  }

  /** The yellow under the lit path, below every line. */
  #encase(): void {
    const { lit } = this.#looks;
    if (lit === null && this.#casings.firstChild === null) return;
    const paths = [...(lit ?? [])].flatMap((id) => this.#drawn.get(id)?.path ?? []);
    this.#casings.replaceChildren(
      ...paths.map((path) => {
        const casing = document.createElementNS(SVG, "path");
        casing.setAttribute("class", "casing");
        casing.setAttribute("d", path);
        return casing;
      }),
    );
  }
}

/** Of its points' x (0) or y (1). */
function leastOf({ points }: Route, axis: 0 | 1): number {
  let least = Infinity;
  for (let i = axis; i < points.length; i += 2) least = Math.min(least, points[i] ?? least);
  return least;
}

function lay(drawn: Drawn, route: Route, crossings: Crossings | undefined): void {
  drawn.route = route;
  const path = linePath(route.points, crossings);
  if (path === drawn.path) return;
  drawn.path = path;
  drawn.line.setAttribute("d", path);
  drawn.hit.setAttribute("d", path);
  drawn.head.setAttribute("d", headPath(route.points));
}

function create(id: string): Drawn {
  // A copy of one is made in a third of the time that its parts take.
  const whole = (blank ??= makeBlank()).cloneNode(true) as SVGGElement;
  whole.setAttribute("data-link", id);
  const [hit, line, head] = whole.children as unknown as [SVGPathElement, SVGPathElement, SVGPathElement];
  return { group: whole, hit, line, head, route: null, link: null, turn: 0, path: "", look: "link" };
}

let blank: SVGGElement | undefined;
function makeBlank(): SVGGElement {
  const whole = group("link");
  whole.setAttribute("tabindex", "-1");
  for (const name of ["link-hit", "link-line", "link-head"]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("class", name);
    whole.append(path);
  }
  return whole;
}

function group(name: string): SVGGElement {
  const made = document.createElementNS(SVG, "g");
  made.setAttribute("class", name);
  return made;
}
