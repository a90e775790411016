/**
 * Which ways the links go, how much room they have between the cards, and which of them are drawn: of a large sheet that is
 * opened, the nearest first.
 */
import type { State } from "../../model/records";
import type { Sheet } from "../../model/sheet";
import { carry } from "../links/carry";
import { type Crossings, crossingsOf } from "../links/crossings";
import { EVERYWHERE, LinkLayer, type Reach } from "../links/layer";
import { type Plan, type Route, type Routing, type Wire, route } from "../links/routing";
import { type Gutters, adjusted, guttersFor, setGutters } from "./gutters";
import { bringLate } from "./late";
import { centresOf, sameColumns } from "./measure";
import type { Readings } from "./readings";
import type { Schedule } from "./schedule";
import type { Scene } from "./scene";
import { sketch } from "./sketch";
import { stay } from "./staying";

/** So few links that all of them find their ways anew within the frame of a key. */
const FEW = 150;
/** So many cards, or the links of so many pixels, are made at a time once a large sheet stands. */
const SLICE = 64;
const STRETCH = 1600;

export interface Wiring {
  readonly layer: LinkLayer;
  /** The links that have ways; null before the first. */
  readonly links: State["link"] | null;
  /** All is made, and some links have no ways yet. */
  readonly owes: boolean;
  /** Gives columns and lanes that came room between them; before the first measure as much as links will need about. */
  makeRoom(sheet: Sheet): void;
  /** Leads links along what was measured last: `afresh` all of them, else those of what moved; the others once nobody is at work. */
  lead(before: Plan, afresh: boolean): void;
  /** Makes what the first look at a large sheet does without. */
  complete(): void;
  end(): void;
}

interface Sketched {
  readonly sheet: Sheet;
  readonly links: State["link"];
  readonly plan: Plan;
  readonly wires: readonly Wire[];
  readonly routing: Routing;
}

/** All is in order `wait` milliseconds after the last edit. Told are that the sheet was measured again, and that ways are others. */
export function createWiring(
  scene: Scene,
  [canvas, svg]: readonly [HTMLElement, SVGSVGElement],
  { schedule, readings }: { readonly schedule: Schedule; readonly readings: Readings },
  wait: number,
  tell: { readonly measured: () => void; readonly shown: () => void },
): Wiring {
  const { editor, cells } = scene;
  const layer = new LinkLayer(svg);
  const tidying = schedule.whenAtRest(tidy, wait, () => cells.opening !== null);
  let links: State["link"] | null = null;
  let routes = new Map<string, Route>();
  let crossings: ReadonlyMap<Route, Crossings> = new Map();
  let gutters: Gutters | null = null;
  /** How links of a large sheet run before it was measured: these shapes stay when all is put in order, unless it was edited. */
  let sketched: Sketched | null = null;
  /** Some links have no ways before the first screen stands. */
  let owed = false;
  /** So far links are drawn. */
  let reach = EVERYWHERE;
  let endLate = (): void => undefined;

  function begin(sheet: Sheet): Gutters {
    const plan = sketch(sheet, cells);
    const { link } = editor.state.peek();
    const all = [...link.values()];
    if (cells.opening === null) return guttersFor(route(plan, all), plan, sheet);
    ({ reach } = cells.opening);
    const wires = nearby(plan, all, reach);
    owed = wires.length < all.length;
    readings.begin();
    sketched = { sheet, links: link, plan, wires, routing: route(plan, wires) };
    return guttersFor(sketched.routing, plan, sheet, 1); // once cards are measured a run may have to make way
  }
  /** Every link finds its way anew, gutters get the room they need. */
  function tidy(): void {
    tidying.cancel();
    const sheet = editor.sheet.peek();
    const wires = [...editor.state.peek().link.values()];
    let routing = route(readings.last.plan, wires, sketched?.routing);
    sketched = null;
    const wanted = guttersFor(routing, readings.last.plan, sheet);
    const next = gutters === null ? wanted : adjusted(gutters, wanted);
    if (next !== gutters) {
      gutters = next;
      const before = readings.last.plan;
      setGutters(canvas, sheet, gutters);
      readings.all(sheet);
      stay(scene, canvas, before, readings.last.plan);
      tell.measured();
      routing = route(readings.last.plan, wires, routing);
    }
    show(byId(routing), crossingsOf(routing.routes));
    readings.restLater();
  }
  const draw = (): void => layer.draw(routes.values(), editor.state.peek().link, crossings, reach);
  function show(ways: Map<string, Route>, crossed: ReadonlyMap<Route, Crossings>): void {
    [routes, crossings] = [ways, crossed];
    draw();
    const { plan } = readings.last;
    scene.plan.value = { ...plan }; // links may run elsewhere though no card moved: what stands on them follows
    scene.centres.value = centresOf(plan, scene.centres.peek());
    tell.shown();
  }
  /** Cards first: who scrolls sees them before their links. */
  function goOn(all: boolean): boolean {
    scene.heads.value = Infinity;
    if (cells.writeLate(all ? Infinity : SLICE)) return true;
    if (all) reach = EVERYWHERE;
    else if (!owed) reach = further();
    if (owed) schedule.drawSoon();
    else draw();
    if (owed || reach !== EVERYWHERE) return true; // the next frame leads them, or there are more
    performance.mark("sheet-whole");
    return false;
  }
  const further = (): Reach =>
    reach.x > canvas.offsetWidth ? EVERYWHERE : { x: reach.x + STRETCH, y: Infinity };
  /** The links of a large sheet while it is opened, and once all of it is made. */
  function leadSketched(first: Sketched, before: Plan | null): void {
    const { plan } = readings.last;
    if (cells.opening !== null) {
      const ways = before === null ? byId(first.routing) : routes;
      carry(before ?? first.plan, plan, ways, first.wires);
      show(ways, before === null ? crossingsOf([...ways.values()]) : crossings);
      return;
    }
    const wires = [...first.links.values()];
    const routing = route(plan, wires, first.routing);
    sketched = { ...first, wires, routing };
    show(byId(routing), crossingsOf(routing.routes));
  }

  return {
    layer,
    get links() {
      return links;
    },
    get owes() {
      return owed && cells.opening === null;
    },
    makeRoom(sheet) {
      gutters ??= begin(sheet);
      setGutters(canvas, sheet, gutters);
    },
    lead(before, afresh) {
      const isFirst = links === null;
      links = editor.state.peek().link;
      if (sketched?.sheet !== editor.sheet.peek() || sketched.links !== links) sketched = null; // edited since
      const { plan } = readings.last;
      const all = cells.opening === null;
      const paid = owed && all;
      if (paid) owed = false;
      const known = isFirst || !afresh ? sketched : null;
      if (known === null && all && (afresh || links.size <= FEW || !sameColumns(before, plan))) tidy();
      else {
        if (known !== null) leadSketched(known, isFirst ? null : before);
        else {
          carry(before, plan, routes, [...links.values()]);
          show(routes, crossings);
        }
        tidying.later();
      }
      if (paid && reach === EVERYWHERE) performance.mark("sheet-whole");
    },
    complete() {
      if (reach !== EVERYWHERE) endLate = bringLate(schedule, goOn);
      else {
        scene.heads.value = Infinity;
        performance.mark("sheet-whole");
      }
    },
    end: () => {
      endLate();
    },
  };
}

/** Links of cards in lanes and columns that lie within reach: what runs between these needs no other's way. */
function nearby({ cards }: Plan, wires: readonly Wire[], reach: Reach): readonly Wire[] {
  const near = new Set<string>();
  for (const { id, x, y } of cards) if (x <= reach.x || y <= reach.y) near.add(id);
  return wires.filter(({ source, target }) => near.has(source) || near.has(target));
}

const byId = ({ routes }: Routing): Map<string, Route> => new Map(routes.map((one) => [one.id, one]));
