/**
 * What keeps the drawn sheet true: measures and routes before the next frame, fits the size, and brings together what
 * keeps the focus, what lights links and what rests. Works on the elements themselves, so that an edit costs no more
 * drawing than it must.
 */
import { computed, effect, untracked } from "@preact/signals-core";
import type { Sheet } from "../../model/sheet";
import { drawPreview } from "../links/preview";
import type { Card } from "../links/routing";
import { onLetters } from "../shell/letters";
import { attendHeaders } from "./attended";
import { fitted } from "./fit";
import { createFocus } from "./focus";
import { bringHands } from "./hands";
import { equalPlans } from "./measure";
import { followNear } from "./near";
import { createReadings } from "./readings";
import { createSchedule } from "./schedule";
import { type Scene, onChange } from "./scene";
import { createWiring } from "./wiring";

/** So long after the last edit the links of a larger sheet are put in order and cards rest: not between the keys of who is at work. */
const TIDY_MS = 600;
/** Below this size what stands under a card's title is smaller than anyone reads: it is not painted. */
const FAR = 0.4;

/** In pixels: so much beside the last column lets the buttons there say what they add. */
const ROOMY = 180;

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
  const schedule = createSchedule(draw);
  const readings = createReadings(scene, canvas, schedule, TIDY_MS, () => {
    anew = true;
    touched();
  });
  const wiring = createWiring(scene, [canvas, svg], { schedule, readings }, TIDY_MS, {
    measured: () => (size = sizeNow()),
    shown: () => {
      preview();
    },
  });
  let shape: Pick<Sheet, "phases" | "lanes"> | null = null;
  /** Heights may be others; places may. */
  let whole = false;
  let anew = false;
  let size = "";
  let waiting: Element | null = null;
  /** A finding or flag was turned to, and is to be brought into sight once it has steps. */
  let wanted = false;
  /** One was brought there since the focus last came to the sheet. */
  let litLast = false;

  function draw(): void {
    schedule.drawing();
    const sheet = editor.sheet.peek();
    const sameShape = sheet.phases === shape?.phases && sheet.lanes === shape.lanes;
    if (!sameShape) wiring.makeRoom(sheet);
    shape = sheet;
    const before = readings.last;
    const toShow = waiting;
    waiting = null;
    const afresh = whole || !sameShape;
    if (whole) readings.wake();
    if (afresh || anew) readings.all(sheet);
    else readings.dirty(sheet);
    const { plan } = readings.last;
    whole = anew = false;
    canvas.toggleAttribute("data-roomy", canvas.offsetWidth - (plan.columns.at(-1)?.to ?? 0) > ROOMY);
    toShow?.scrollIntoView(NEAREST);
    if (!wiring.owes && editor.state.peek().link === wiring.links && equalPlans(plan, before.plan)) {
      readings.restLater();
      return;
    }
    size = sizeNow(); // before anything is written: the browser has laid out
    wiring.lead(before.plan, afresh);
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
  const focus = createFocus(scene, root, canvas, wiring.layer, bring);
  const sizeNow = (): string =>
    `${root.clientWidth} ${root.clientHeight} ${canvas.offsetWidth} ${canvas.offsetHeight}`;
  const resized = new ResizeObserver(() => {
    if (sizeNow() === size) return; // it also tells of the size it begins with
    if (root.querySelector(":scope > .zoom-room") !== null) return; // only a picture: it is laid out when the hand rests
    if (session.zoom.peek() === "fit" && canvas.dataset.held === undefined) rescale();
    anew = true;
    draw();
    if (litLast) showLit(); // what took room may have covered it
  });
  const firstLit = computed(() => scene.lit.value?.steps.values().next().value);
  const { pointed, attended, opened } = session;
  let turnedTo: readonly (string | null)[] = [];
  /** Only what somebody turns to: each edit and each answer of the analysis lights the same path anew. */
  function followLit(): void {
    const first = firstLit.value;
    const now = [pointed.value, attended.value, opened.value];
    if (now.some((one, i) => one !== null && one !== turnedTo[i])) wanted = true;
    turnedTo = now;
    if (session.lit.value === null) wanted = litLast = false;
    if (!wanted || first === undefined) return;
    wanted = false;
    litLast = true;
    showLit();
  }
  function showLit(): void {
    const first = firstLit.peek();
    if (first !== undefined) focus.show(first);
  }
  /** Who goes to a card stays there, whatever was lit before. */
  function came(event: FocusEvent): void {
    if (litLast) waiting = null;
    litLast = false;
    focus.came(event);
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
    followNear(scene, root, wiring.layer),
    attendHeaders(scene.attended, canvas),
    effect(() => {
      if (editor.state.value.link !== wiring.links) touched(); // one may come or go where no card changes
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
    effect(followLit),
    onLetters(moved),
    bringHands(scene, root, canvas),
  ];
  root.addEventListener("focusin", came);
  resized.observe(canvas);
  resized.observe(root);
  performance.mark("sheet-ready");
  wiring.complete();
  return {
    moved,
    touched,
    settle: focus.settle,
    end() {
      schedule.end();
      wiring.end();
      resized.disconnect();
      root.removeEventListener("focusin", came);
      for (const end of ends) end();
    },
  };
}
