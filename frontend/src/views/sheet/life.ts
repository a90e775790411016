/**
 * What keeps the drawn sheet true: measures and routes before the next frame, fits the size, and brings together what
 * keeps the focus, what lights links and what rests. Works on the elements themselves, so that an edit costs no more
 * drawing than it must.
 */
import { effect, untracked } from "@preact/signals-core";
import type { State } from "../../model/records";
import type { Sheet } from "../../model/sheet";
import { LinkLayer } from "../links/layer";
import { drawPreview } from "../links/preview";
import { carry } from "../links/carry";
import { type Crossings, crossingsOf } from "../links/crossings";
import { type Card, type Route, route } from "../links/routing";
import { fitted } from "./fit";
import { createFocus } from "./focus";
import { bringHands } from "./hands";
import { type Gutters, fits, guttersFor, setGutters } from "./gutters";
import { centresOf, equalPlans, sameColumns } from "./measure";
import { followNear } from "./near";
import { createReadings } from "./readings";
import { createSchedule } from "./schedule";
import { sketch } from "./sketch";
import { type Scene, onChange } from "./scene";

/** So few links that all of them find their ways anew within the frame of a key. */
const FEW = 150;
/** So long after the last edit the links of a larger sheet are put in order and cards rest: not between the keys of who is at work. */
const TIDY_MS = 600;
/** Below this size what stands under a card's title is smaller than anyone reads: it is not painted. */
const FAR = 0.4;

const NEAREST: ScrollIntoViewOptions = { block: "nearest", inline: "nearest" };

export interface Life {
  /** Anything may stand elsewhere: measure and draw before the next frame. */
  moved(): void;
  /** As `moved`, but only the cells that are marked. */
  touched(): void;
  /** Puts the focus where it belongs, after elements came or went. */
  settle(): void;
  end(): void;
}

export function bringToLife(scene: Scene, root: HTMLElement, canvas: HTMLElement, svg: SVGSVGElement): Life {
  const { editor } = scene;
  const { session } = editor;
  const layer = new LinkLayer(svg);
  const schedule = createSchedule(draw);
  const readings = createReadings(scene, canvas, schedule, TIDY_MS, () => {
    anew = true;
    touched();
  });
  const tidying = schedule.whenAtRest(tidy, TIDY_MS);
  let routes: ReadonlyMap<string, Route> = new Map();
  let crossings: ReadonlyMap<Route, Crossings> = new Map();
  let gutters: Gutters = { columns: [], rows: [] };
  let shape: Pick<Sheet, "phases" | "lanes"> | null = null;
  let drawn: State["link"] | null = null;
  /** Heights may be others; places may. */
  let whole = false;
  let anew = false;
  let size = "";
  let waiting: Element | null = null;

  function draw(): void {
    schedule.drawing();
    const { link } = editor.state.peek();
    const sheet = editor.sheet.peek();
    const sameShape = sheet.phases === shape?.phases && sheet.lanes === shape.lanes;
    if (!sameShape) {
      if (shape === null) {
        gutters = guttersFor(route(sketch(sheet), [...link.values()]), sketch(sheet), sheet);
        readings.begin(sheet);
      }
      shape = sheet;
      setGutters(canvas, sheet, gutters);
    }
    const before = readings.last;
    const toShow = waiting;
    waiting = null;
    const afresh = whole || !sameShape;
    if (whole) readings.wake();
    if (afresh || anew) readings.all(sheet);
    else readings.dirty(sheet);
    const { plan } = readings.last;
    whole = anew = false;
    toShow?.scrollIntoView(NEAREST);
    if (link === drawn && equalPlans(plan, before.plan)) {
      readings.restLater();
      return;
    }
    drawn = link;
    size = sizeNow(); // before anything is written: the browser has laid out
    if (afresh || link.size <= FEW || !sameColumns(before.plan, plan)) tidy();
    else {
      routes = carry(before.plan, plan, routes, [...link.values()]);
      show();
      tidying.later();
    }
  }
  /** Every link finds its way anew, gutters get the room they need. */
  function tidy(): void {
    tidying.cancel();
    const { link } = editor.state.peek();
    const sheet = editor.sheet.peek();
    const wires = [...link.values()];
    let routing = route(readings.last.plan, wires);
    const wanted = guttersFor(routing, readings.last.plan, sheet);
    if (!fits(gutters, wanted)) {
      gutters = wanted;
      setGutters(canvas, sheet, gutters);
      readings.all(sheet);
      routing = route(readings.last.plan, wires, routing);
      size = sizeNow();
    }
    routes = new Map(routing.routes.map((one) => [one.id, one]));
    crossings = crossingsOf(routing.routes);
    show();
    readings.restLater();
  }
  function show(): void {
    layer.draw(routes.values(), editor.state.peek().link, crossings);
    const { plan } = readings.last;
    scene.plan.value = { ...plan }; // links may run elsewhere though no card moved: what stands on them follows
    scene.centres.value = centresOf(plan, scene.centres.peek());
    preview();
  }
  function touched(): void {
    schedule.drawSoon();
  }
  function moved(): void {
    whole = true;
    touched();
  }

  const preview = (): void =>
    untracked(() =>
      drawPreview(
        svg,
        scene.interactions.gesture.value,
        (id): Card | undefined => readings.last.plan.cards.find((one) => one.id === id),
        (x, y) => {
          const box = canvas.getBoundingClientRect();
          return { x: (x - box.left) / scene.scale.value, y: (y - box.top) / scene.scale.value };
        },
      ),
    );

  /** Brings an element into sight: in the next frame, where that lays out anyway. */
  function bring(element: Element): void {
    if (schedule.busy()) waiting = element;
    else element.scrollIntoView(NEAREST);
  }
  const focus = createFocus(scene, root, canvas, layer, bring);
  const sizeNow = (): string =>
    `${root.clientWidth} ${root.clientHeight} ${canvas.offsetWidth} ${canvas.offsetHeight}`;
  const resized = new ResizeObserver(() => {
    if (sizeNow() === size) return; // it also tells of the size it begins with
    if (root.querySelector(":scope > .zoom-room") !== null) return; // only a picture: it is laid out when the hand rests
    if (session.zoom.peek() === "fit" && canvas.dataset.held === undefined) rescale();
    anew = true;
    draw();
    showLit(); // what made room may have covered it
  });
  function showLit(): void {
    const first = scene.lit.value?.steps.values().next().value;
    if (first !== undefined) focus.show(first);
  }
  function rescale(): void {
    const { value } = session.zoom;
    const scale = value === "fit" ? fitted(root, canvas) : value;
    canvas.style.setProperty("zoom", String(scale));
    canvas.toggleAttribute("data-far", scale < FAR);
    scene.scale.value = scale;
  }

  rescale();
  anew = true;
  draw();
  const ends = [
    scene.cells.follow(),
    scene.interactions.attach(),
    followNear(scene, root, layer),
    effect(() => {
      if (editor.state.value.link !== drawn) touched(); // one may come or go where no card changes
    }),
    onChange(session.zoom, () => {
      readings.wake(); // another size is chosen by what is laid out
      rescale();
      moved();
    }),
    scene.interactions.gesture.subscribe(() => {
      const { kind } = scene.interactions.gesture.peek();
      if (kind === "idle") delete root.dataset.gesture;
      else if (root.dataset.gesture !== kind) root.dataset.gesture = kind;
      preview();
    }),
    session.focus.subscribe(focus.settle),
    session.selectedLink.subscribe(focus.settle),
    effect(showLit),
    bringHands(scene, root, canvas),
  ];
  root.addEventListener("focusin", focus.came);
  document.fonts.addEventListener("loadingdone", moved);
  resized.observe(canvas);
  resized.observe(root);
  performance.mark("sheet-ready");
  return {
    moved,
    touched,
    settle: focus.settle,
    end() {
      schedule.end();
      resized.disconnect();
      root.removeEventListener("focusin", focus.came);
      document.fonts.removeEventListener("loadingdone", moved);
      for (const end of ends) end();
    },
  };
}
