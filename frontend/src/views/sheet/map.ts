/**
 * The small map of a large sheet: lanes, cards in the colour of their side, findings, and what of it is on screen, which can
 * be dragged. Drawn from the last measure while the browser has nothing else to do; scrolling moves one element only. For
 * the eye and the pointer: with keys one scrolls.
 */
import { type ReadonlySignal, effect, untracked } from "@preact/signals-core";
import type { LaneKind } from "../../model/records";
import { t } from "../../text";
import type { Plan } from "../links/plan";
import { cancelIdle, whenIdle } from "./idle";
import type { Scene } from "./scene";

/** It shows by itself on a sheet of more screens than this. */
const SCREENS = 2.5;
/** In pixels on screen. */
const WIDEST = 228;
const HIGHEST = 150;
/** Where less room than this is left, it would cover what one reads. */
const ROOM: Size = { width: 640, height: 400 };

const TONES: Readonly<Record<LaneKind, string>> = {
  evidence: "--evidence",
  customer: "--customer",
  frontstage: "--employee",
  backstage: "--employee",
  support: "--support",
};

/** How many screens a sheet takes. */
export const screensOf = (sheet: Size, screen: Size): number =>
  screen.width * screen.height === 0 ? 0 : (sheet.width * sheet.height) / (screen.width * screen.height);

/** A finding's mark in pixels of the map, beside a card so many of them wide. */
const MOST_MARK = 5;
export const markSize = (card: number): number => Math.min(MOST_MARK, Math.max(1.2, card / 4));

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** It follows the sheet after so long. */
const PAUSE_MS = 160;

/** The size of the map's pixels: that at which the whole sheet fits it. */
export const mapScale = ({ width, height }: Size): number =>
  Math.min(WIDEST / Math.max(1, width), HIGHEST / Math.max(1, height));

export const meets = (a: DOMRectReadOnly, b: DOMRectReadOnly): boolean =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

export function bringMap(scene: Scene, root: HTMLElement, canvas: HTMLElement): () => void {
  const { editor } = scene;
  const { session } = editor;
  const map = make("div", "map");
  const picture = document.createElement("canvas");
  const view = make("div", "map-view");
  const close = make("button", "map-close") as HTMLButtonElement;
  map.setAttribute("aria-hidden", "true");
  close.type = "button";
  close.tabIndex = -1;
  close.title = t("direct.map.close");
  close.textContent = "×";
  map.append(picture, view, close);
  let small = 1; // pixels of the map for one of the sheet's own
  let waiting = 0;
  let pausing: ReturnType<typeof setTimeout> | undefined;

  /** The sheet in its own pixels, and how large one of them is on screen. */
  const size = (): Size => ({ width: canvas.offsetWidth, height: canvas.offsetHeight });
  const wanted = (): boolean => {
    if (session.map.peek() !== "auto") return session.map.peek() === "on";
    if (root.clientWidth < ROOM.width || root.clientHeight < ROOM.height) return false;
    if (session.wall.peek()) return false;
    const scale = scene.scale.peek();
    const { width, height } = size();
    return (
      screensOf(
        { width: width * scale, height: height * scale },
        { width: root.clientWidth, height: root.clientHeight },
      ) > SCREENS
    );
  };

  function show(): void {
    waiting = 0;
    const on = wanted();
    session.mapShown.value = on;
    if (!on) {
      map.remove();
      return;
    }
    const whole = size();
    small = mapScale(whole);
    paint(picture, scene, whole, small);
    place();
    if (!map.isConnected) root.parentElement?.append(map);
    stepAside();
  }
  function soon(): void {
    if (waiting === 0) waiting = whenIdle(show);
  }
  /** Often enough for the eye: between the keys of who types quickly there is other work. */
  function later(): void {
    pausing ??= setTimeout(() => {
      pausing = undefined;
      soon();
    }, PAUSE_MS);
  }
  function place(): void {
    const by = small / scene.scale.peek();
    view.style.transform = `translate(${root.scrollLeft * by}px, ${root.scrollTop * by}px)`;
    view.style.width = `${Math.min(root.clientWidth * by, picture.clientWidth || WIDEST)}px`;
    view.style.height = `${Math.min(root.clientHeight * by, picture.clientHeight || HIGHEST)}px`;
  }
  const scrolled = (): void => {
    if (map.isConnected) place();
  };

  let grasp: { readonly x: number; readonly y: number } | null = null;
  function press(event: PointerEvent): void {
    if (event.button !== 0 || event.target === close) return;
    event.preventDefault();
    const box = view.getBoundingClientRect();
    const inside =
      event.clientX >= box.left &&
      event.clientX <= box.right &&
      event.clientY >= box.top &&
      event.clientY <= box.bottom;
    // Beside the rectangle: it comes there, its middle under the pointer.
    grasp = inside
      ? { x: event.clientX - box.left, y: event.clientY - box.top }
      : { x: box.width / 2, y: box.height / 2 };
    map.setPointerCapture(event.pointerId);
    drag(event);
  }
  function drag(event: PointerEvent): void {
    if (grasp === null) return;
    const box = picture.getBoundingClientRect();
    const by = small / scene.scale.peek();
    root.scrollLeft = (event.clientX - box.left - grasp.x) / by;
    root.scrollTop = (event.clientY - box.top - grasp.y) / by;
  }
  const letGo = (): void => void (grasp = null);
  const sendAway = (): void => void (session.map.value = "off");

  /** What is written or chosen is never below the map: while it would be, there is none. */
  function stepAside(): void {
    if (!map.isConnected) return;
    map.hidden = false;
    const at = document.activeElement?.closest<HTMLElement>(".card, [data-step], [data-lane], textarea");
    if (at == null || !root.contains(at)) return;
    map.hidden = meets(at.getBoundingClientRect(), map.getBoundingClientRect());
  }

  map.addEventListener("pointerdown", press);
  map.addEventListener("pointermove", drag);
  map.addEventListener("pointerup", letGo);
  map.addEventListener("pointercancel", letGo);
  close.addEventListener("click", sendAway);
  root.addEventListener("focusin", stepAside);
  root.addEventListener("scrollend", stepAside);
  root.addEventListener("scroll", scrolled, { passive: true });
  const resized = new ResizeObserver(soon);
  resized.observe(root);
  const follow = (sources: readonly ReadonlySignal<unknown>[], then: () => void): (() => void) =>
    effect(() => {
      sources.forEach((source) => source.value);
      untracked(then);
    });
  const ends = [
    follow([scene.scale, session.map, session.wall], soon), // whether it is there, and how large
    follow([scene.plan, scene.parts, session.selection], later), // what it draws
  ];
  return () => {
    for (const end of ends) end();
    resized.disconnect();
    root.removeEventListener("focusin", stepAside);
    root.removeEventListener("scrollend", stepAside);
    root.removeEventListener("scroll", scrolled);
    clearTimeout(pausing);
    cancelIdle(waiting);
    map.remove();
  };
}

function paint(picture: HTMLCanvasElement, scene: Scene, { width, height }: Size, small: number): void {
  const [w, h] = [Math.ceil(width * small), Math.ceil(height * small)];
  const dense = window.devicePixelRatio || 1;
  picture.width = w * dense;
  picture.height = h * dense;
  picture.style.width = `${w}px`;
  picture.style.height = `${h}px`;
  const context = picture.getContext("2d");
  if (context === null) return;
  const style = getComputedStyle(picture.isConnected ? picture : document.documentElement);
  const colour = (name: string): string => style.getPropertyValue(name).trim();
  context.setTransform(dense * small, 0, 0, dense * small, 0, 0);
  context.fillStyle = colour("--paper");
  context.fillRect(0, 0, width, height);
  const plan = scene.plan.peek();
  const { lanes, phases } = scene.editor.sheet.peek();
  for (const [i, lane] of lanes.entries()) {
    const [top, bottom] = [plan.rows[i]?.to, plan.rows[i + 1]?.from];
    if (top === undefined || bottom === undefined) continue;
    context.fillStyle = colour(`--lane-${lane.kind}`);
    context.fillRect(0, top - 10, width, bottom - top + 20);
  }
  let at = 0;
  context.fillStyle = colour("--ink");
  for (const { moments } of phases) {
    const [from, to] = [plan.columns[at]?.to, plan.columns[at + moments.length]?.from];
    at += moments.length;
    if (moments.length > 0 && from !== undefined && to !== undefined)
      context.fillRect(from, 0, to - from, 5 / small);
  }
  paintCards(context, scene, plan, small, colour);
}

function paintCards(
  context: CanvasRenderingContext2D,
  scene: Scene,
  plan: Plan,
  small: number,
  colour: (name: string) => string,
): void {
  const { lanes } = scene.editor.sheet.peek();
  const selection = scene.editor.session.selection.peek();
  const { findings } = scene.parts.peek();
  const tones = new Map(lanes.map(({ kind }) => [kind, colour(TONES[kind])]));
  const [focus, friction, ink] = [colour("--focus"), colour("--friction"), colour("--ink")];
  for (const { id, row, x, y, w, h } of plan.cards) {
    const kind = lanes[row]?.kind;
    context.fillStyle = selection.has(id) ? focus : ((kind && tones.get(kind)) ?? ink);
    context.fillRect(x, y, w, Math.max(h, 2 / small));
  }
  // On a crowded sheet the marks shrink with the cards, or they would hide them.
  const shown = markSize((plan.cards[0]?.w ?? 0) * small);
  const side = shown / small;
  context.lineWidth = 1 / small;
  context.strokeStyle = ink;
  context.fillStyle = friction;
  for (const { id, x, y, w } of plan.cards) {
    if ((findings.get(id)?.length ?? 0) === 0) continue;
    context.beginPath();
    context.moveTo(x + w, y - side / 1.4);
    context.lineTo(x + w + side / 1.4, y);
    context.lineTo(x + w, y + side / 1.4);
    context.lineTo(x + w - side / 1.4, y);
    context.closePath();
    context.fill();
    if (shown >= MOST_MARK) context.stroke();
  }
}

function make(tag: string, name: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}
