/**
 * What keeps the drawn sheet true: measures and routes before the next frame, keeps the keyboard's focus, fits the
 * size, lights links. Works on the elements themselves, so that an edit costs no more drawing than it must.
 */
import { type ReadonlySignal, effect, untracked } from "@preact/signals-core";
import type { State } from "../../model/records";
import type { Sheet } from "../../model/sheet";
import { hitOf } from "../../interactions/hit";
import { LinkLayer } from "../links/layer";
import { drawPreview } from "../links/preview";
import { type Card, type Plan, route } from "../links/routing";
import { fitted } from "./fit";
import { createFocus } from "./focus";
import { bringHands } from "./hands";
import { type Gutters, fits, guttersFor, setGutters } from "./gutters";
import { centresOf, equalPlans, measure } from "./measure";
import { sketch } from "./sketch";
import type { Scene } from "./scene";

export interface Life {
  /** Something may stand elsewhere: measure and draw before the next frame. */
  moved(): void;
  /** Puts the focus where it belongs, after elements came or went. */
  settle(): void;
  end(): void;
}

export function bringToLife(scene: Scene, root: HTMLElement, canvas: HTMLElement, svg: SVGSVGElement): Life {
  const { editor } = scene;
  const { session } = editor;
  const layer = new LinkLayer(svg);
  let plan: Plan = { cards: [], columns: [], rows: [] };
  let gutters: Gutters = { columns: [], rows: [] };
  let shape: Pick<Sheet, "phases" | "lanes"> | null = null;
  let drawn: State["link"] | null = null;
  let near: string | null = null;
  let frame = 0;
  let size = "";

  function draw(): void {
    cancelAnimationFrame(frame);
    frame = 0;
    const { link } = editor.state.peek();
    const sheet = editor.sheet.peek();
    if (sheet.phases !== shape?.phases || sheet.lanes !== shape.lanes) {
      if (shape === null)
        gutters = guttersFor(route(sketch(sheet), [...link.values()]), sketch(sheet), sheet);
      shape = sheet;
      setGutters(canvas, sheet, gutters);
    }
    const measured = measure(canvas, scene.scale.peek(), sheet);
    if (link === drawn && equalPlans(measured, plan)) return;
    drawn = link;
    plan = measured;
    const wires = [...link.values()];
    let routing = route(plan, wires);
    const wanted = guttersFor(routing, plan, sheet);
    if (!fits(gutters, wanted)) {
      gutters = wanted;
      setGutters(canvas, sheet, gutters);
      plan = measure(canvas, scene.scale.peek(), sheet);
      routing = route(plan, wires, routing);
    }
    size = sizeNow(); // before anything is written: the browser has laid out
    layer.draw(routing.routes, link);
    scene.centres.value = centresOf(plan, scene.centres.peek());
    scene.plan.value = plan;
    preview();
  }
  function moved(): void {
    if (frame === 0) frame = requestAnimationFrame(draw);
  }

  const preview = (): void =>
    untracked(() =>
      drawPreview(
        svg,
        scene.interactions.gesture.value,
        (id): Card | undefined => plan.cards.find((one) => one.id === id),
        (x, y) => {
          const box = canvas.getBoundingClientRect();
          return { x: (x - box.left) / scene.scale.value, y: (y - box.top) / scene.scale.value };
        },
      ),
    );

  function showLinks(): void {
    const { link } = editor.state.value;
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
  function hover(event: PointerEvent): void {
    const hit = hitOf(event.target);
    const step = "step" in hit ? hit.step : null;
    if (step === near) return;
    near = step;
    untracked(showLinks);
  }

  const focus = createFocus(scene, root, canvas, layer);
  const sizeNow = (): string =>
    `${root.clientWidth} ${root.clientHeight} ${canvas.offsetWidth} ${canvas.offsetHeight}`;
  const resized = new ResizeObserver(() => {
    if (sizeNow() === size) return; // it also tells of the size it begins with
    if (session.zoom.peek() === "fit" && canvas.dataset.held === undefined) rescale();
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
    scene.scale.value = scale;
  }

  rescale();
  draw();
  const ends = [
    scene.interactions.attach(),
    effect(showLinks),
    on(session.zoom, () => {
      rescale();
      moved();
    }),
    on(scene.interactions.gesture, () => {
      const { kind } = scene.interactions.gesture.peek();
      if (kind === "idle") delete root.dataset.gesture;
      else if (root.dataset.gesture !== kind) root.dataset.gesture = kind;
      preview();
    }),
    on(session.focus, focus.settle),
    on(session.selectedLink, focus.settle),
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
    settle: focus.settle,
    end() {
      cancelAnimationFrame(frame);
      resized.disconnect();
      root.removeEventListener("pointerover", hover);
      root.removeEventListener("focusin", focus.came);
      document.fonts.removeEventListener("loadingdone", moved);
      for (const end of ends) end();
    },
  };
}

/** Runs `work` now and at each change of the signal, whatever else it reads. */
function on(signal: ReadonlySignal<unknown>, work: () => void): () => void {
  let last: unknown = work; // no signal holds it
  return effect(() => {
    if (signal.value === last) return;
    last = signal.value;
    untracked(work);
  });
}
