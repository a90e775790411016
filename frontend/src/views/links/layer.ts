/** The SVG that holds the links. Written by hand, not by Preact: after a measure, only what changed is touched. */
import type { Link } from "../../model/records";
import { headPath, linePath } from "./path";
import type { Route } from "./routing";

const SVG = "http://www.w3.org/2000/svg";

interface Drawn {
  readonly group: SVGGElement;
  readonly hit: SVGPathElement;
  readonly line: SVGPathElement;
  readonly head: SVGPathElement;
  path: string;
  look: string;
}

export interface Looks {
  readonly selected: string | null;
  /** Links of the finding that is lit; null where none is. */
  readonly lit: ReadonlySet<string> | null;
  /** Links of the card under the pointer or the keyboard. */
  readonly near: ReadonlySet<string>;
}

export class LinkLayer {
  readonly #casings = group("casings");
  readonly #links = group("links-drawn");
  readonly #drawn = new Map<string, Drawn>();
  #looks: Looks = { selected: null, lit: null, near: new Set() };

  constructor(svg: SVGSVGElement) {
    svg.replaceChildren(this.#casings, this.#links);
  }

  draw(routes: Iterable<Route>, links: ReadonlyMap<string, Link>): void {
    const gone = new Set(this.#drawn.keys());
    const fresh = document.createDocumentFragment();
    for (const route of routes) {
      const link = links.get(route.id);
      if (link === undefined) continue;
      gone.delete(route.id);
      let drawn = this.#drawn.get(route.id);
      if (drawn === undefined) {
        drawn = create(route.id);
        this.#drawn.set(route.id, drawn);
        fresh.append(drawn.group);
      }
      const path = linePath(route.points);
      if (path !== drawn.path) {
        drawn.path = path;
        drawn.line.setAttribute("d", path);
        drawn.hit.setAttribute("d", path);
        drawn.head.setAttribute("d", headPath(route.points));
      }
      this.#dress(drawn, link);
    }
    this.#links.append(fresh);
    for (const id of gone) {
      this.#drawn.get(id)?.group.remove();
      this.#drawn.delete(id);
    }
    this.#encase();
  }

  /** Which links stand out now. */
  show(looks: Looks, links: ReadonlyMap<string, Link>): void {
    this.#looks = looks;
    for (const [id, drawn] of this.#drawn) {
      const link = links.get(id);
      if (link !== undefined) this.#dress(drawn, link);
    }
    this.#encase();
  }

  element(id: string): SVGGElement | null {
    return this.#drawn.get(id)?.group ?? null;
  }

  #dress(drawn: Drawn, { id, kind }: Link): void {
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

function create(id: string): Drawn {
  // A copy of one is made in a third of the time that its parts take.
  const whole = (blank ??= makeBlank()).cloneNode(true) as SVGGElement;
  whole.setAttribute("data-link", id);
  const [hit, line, head] = whole.children as unknown as [SVGPathElement, SVGPathElement, SVGPathElement];
  return { group: whole, hit, line, head, path: "", look: "link" };
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
