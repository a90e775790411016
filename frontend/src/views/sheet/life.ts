/**
 * What keeps the drawn sheet true: measures and routes before the next frame, keeps the keyboard's focus, fits the
 * size, lights links. Works on the elements themselves, so that an edit costs no more drawing than it must.
 */
import { effect, untracked } from "@preact/signals-core";
import type { State } from "../../model/records";
import type { Sheet } from "../../model/sheet";
import { hitAt } from "../../interactions/hit";
import { LinkLayer } from "../links/layer";
import { drawPreview } from "../links/preview";
import { carry } from "../links/carry";
import { type Crossings, crossingsOf } from "../links/crossings";
import { type Card, type Plan, type Route, route } from "../links/routing";
import { fitted } from "./fit";
import { createFocus } from "./focus";
import { bringHands } from "./hands";
import { type Gutters, fits, guttersFor, setGutters } from "./gutters";
import {
  type Reading,
  centresOf,
  equalPlans,
  heightsOf,
  measure,
  measureDirty,
  sameColumns,
  sameWidths,
} from "./measure";
import { createResting } from "./resting";
import { sketch } from "./sketch";
import { type Scene, onChange } from "./scene";

/** So few links that all of them find their ways anew within the frame of a key. */
const FEW = 150;
/** So long after the last edit the links of a larger sheet are put in order: not between the keys of who is at work. */
const TIDY_MS = 600;
/** Below this size what stands under a card's title is smaller than anyone reads: it is not painted. */
const FAR = 0.4;
/** Between two slices of cards that are measured late. */
const SLICE_MS = 60;

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
  const resting = createResting(scene, canvas);
  let reading: Reading = { plan: scene.plan.peek(), tops: [], byCell: new Map() };
  let routes: ReadonlyMap<string, Route> = new Map();
  let crossings: ReadonlyMap<Route, Crossings> = new Map();
  let gutters: Gutters = { columns: [], rows: [] };
  let shape: Pick<Sheet, "phases" | "lanes"> | null = null;
  /** The plan for whose columns the heights of what rests hold. */
  let laid: Plan | null = null;
  let drawn: State["link"] | null = null;
  let near: string | null = null;
  let frame = 0;
  /** Heights may be others; places may. */
  let whole = false;
  let anew = false;
  let tidying: ReturnType<typeof setTimeout> | undefined;
  let restingAt: ReturnType<typeof setTimeout> | undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;
  let size = "";
  let waiting: Element | null = null;

  function draw(): void {
    cancelAnimationFrame(frame);
    frame = 0;
    const { link } = editor.state.peek();
    const sheet = editor.sheet.peek();
    const scale = scene.scale.peek();
    const sameShape = sheet.phases === shape?.phases && sheet.lanes === shape.lanes;
    if (!sameShape) {
      if (shape === null) {
        gutters = guttersFor(route(sketch(sheet), [...link.values()]), sketch(sheet), sheet);
        resting.begin(sheet);
        settleLater(TIDY_MS);
      }
      shape = sheet;
      setGutters(canvas, sheet, gutters);
    }
    const before = reading;
    const toShow = waiting;
    waiting = null;
    const afresh = whole || !sameShape;
    if (whole) wake();
    reading = afresh || anew ? readAll(sheet) : measureDirty(canvas, scale, sheet, scene.cells, before);
    whole = anew = false;
    toShow?.scrollIntoView(NEAREST);
    if (link === drawn && equalPlans(reading.plan, before.plan)) {
      restLater();
      return;
    }
    drawn = link;
    size = sizeNow(); // before anything is written: the browser has laid out
    if (afresh || link.size <= FEW || !sameColumns(before.plan, reading.plan)) tidy();
    else {
      routes = carry(before.plan, reading.plan, routes, [...link.values()]);
      show();
      clearTimeout(tidying);
      tidying = setTimeout(whenIdle, TIDY_MS);
    }
  }
  function readAll(sheet: Sheet): Reading {
    let next = measure(canvas, scene.scale.peek(), sheet, scene.cells);
    if (laid !== null && !sameWidths(laid, next.plan)) {
      wake(); // in columns of another width what rests has other heights
      next = measure(canvas, scene.scale.peek(), sheet, scene.cells);
    }
    laid ??= next.plan;
    return next;
  }
  /** Every link finds its way anew, gutters get the room they need. */
  function tidy(): void {
    clearTimeout(tidying);
    const { link } = editor.state.peek();
    const sheet = editor.sheet.peek();
    const wires = [...link.values()];
    let routing = route(reading.plan, wires);
    const wanted = guttersFor(routing, reading.plan, sheet);
    if (!fits(gutters, wanted)) {
      gutters = wanted;
      setGutters(canvas, sheet, gutters);
      reading = readAll(sheet);
      routing = route(reading.plan, wires, routing);
      size = sizeNow();
    }
    routes = new Map(routing.routes.map((one) => [one.id, one]));
    crossings = crossingsOf(routing.routes);
    show();
    restLater();
  }
  /** Everything is laid out for a measure; whether or not that finds anything moved, it rests again afterwards. */
  function wake(): void {
    laid = null;
    resting.wake();
    restLater();
  }
  function restLater(): void {
    clearTimeout(restingAt);
    restingAt = setTimeout(rest, TIDY_MS);
  }
  function rest(): void {
    if (frame !== 0) restLater();
    else if (scene.scale.peek() === 1) resting.rest(heightsOf(reading));
  }
  /** Measures what was estimated when the sheet was opened, some at a time, while nobody is at work. */
  function settleLater(wait = SLICE_MS): void {
    settling = setTimeout(() => {
      if (frame !== 0 || session.editing.peek() !== null) {
        settleLater();
        return;
      }
      const { more, changed } = resting.settle(scene.scale.peek());
      if (changed) {
        anew = true;
        touched();
      }
      if (more) settleLater();
    }, wait);
  }
  function whenIdle(): void {
    if (frame !== 0) tidying = setTimeout(whenIdle, TIDY_MS);
    else if (shape !== null) tidy();
  }
  function show(): void {
    layer.draw(routes.values(), editor.state.peek().link, crossings);
    scene.plan.value = { ...reading.plan }; // links may run elsewhere though no card moved: what stands on them follows
    scene.centres.value = centresOf(reading.plan, scene.centres.peek());
    preview();
  }
  function touched(): void {
    if (frame === 0) frame = requestAnimationFrame(draw);
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
        (id): Card | undefined => reading.plan.cards.find((one) => one.id === id),
        (x, y) => {
          const box = canvas.getBoundingClientRect();
          return { x: (x - box.left) / scene.scale.value, y: (y - box.top) / scene.scale.value };
        },
      ),
    );

  function showLinks(): void {
    const { link } = editor.state.value;
    if (link !== drawn) touched(); // one may come or go where no card changes
    const focus = session.focus.value;
    const focused = focus?.on === "cell" ? focus.step : null;
    const of = near ?? focused;
    const links = [...link.values()].filter((one) => of !== null && (one.source === of || one.target === of));
    layer.show(
      {
        selected: session.selectedLink.value,
        lit: scene.lit.value?.links ?? null,
        near: new Set(links.map((one) => one.id)),
      },
      link,
    );
  }
  /** A link can be drawn from the card under the pointer, else from the one the keyboard is on. */
  function attend(): void {
    if (scene.interactions.gesture.peek().kind !== "idle") return;
    const focus = session.focus.peek();
    scene.cells.attend(near ?? (focus?.on === "cell" ? focus.step : null));
  }
  function hover(event: PointerEvent): void {
    const hit = hitAt(event);
    const step = "step" in hit ? hit.step : null;
    if (step === near) return;
    near = step;
    attend();
    untracked(showLinks);
  }

  /** Brings an element into sight: in the next frame, where that lays out anyway. */
  function bring(element: Element): void {
    if (frame === 0) element.scrollIntoView(NEAREST);
    else waiting = element;
  }
  const focus = createFocus(scene, root, canvas, layer, bring);
  const sizeNow = (): string =>
    `${root.clientWidth} ${root.clientHeight} ${canvas.offsetWidth} ${canvas.offsetHeight}`;
  const resized = new ResizeObserver(() => {
    if (sizeNow() === size) return; // it also tells of the size it begins with
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
    effect(showLinks),
    onChange(session.zoom, () => {
      wake(); // another size is chosen by what is laid out
      rescale();
      moved();
    }),
    scene.interactions.gesture.subscribe(() => {
      const { kind } = scene.interactions.gesture.peek();
      if (kind === "idle") delete root.dataset.gesture;
      else if (root.dataset.gesture !== kind) root.dataset.gesture = kind;
      preview();
      attend();
    }),
    session.focus.subscribe(() => {
      focus.settle();
      attend();
    }),
    session.selectedLink.subscribe(focus.settle),
    effect(showLit),
    bringHands(scene, root, canvas),
  ];
  root.addEventListener("pointerover", hover);
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
      cancelAnimationFrame(frame);
      clearTimeout(tidying);
      clearTimeout(restingAt);
      clearTimeout(settling);
      resized.disconnect();
      root.removeEventListener("pointerover", hover);
      root.removeEventListener("focusin", focus.came);
      document.fonts.removeEventListener("loadingdone", moved);
      for (const end of ends) end();
    },
  };
}
