/**
 * How high the list below the sheet is: its head is dragged, or its grip moved by keys; a double click gives it back to the
 * styles. Kept in this browser for every blueprint.
 */
import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { recall, remember } from "../../actions/kept";

const NAME = "tray.height";
/** Pixels a press of a key makes it higher. */
const BY = 32;
/** The head and two lines of it are there at least; the sheet keeps its part of the window. */
const LEAST = 110;
const most = (): number => Math.max(LEAST, Math.round(window.innerHeight * 0.7));
const within = (height: number): number => Math.round(Math.min(most(), Math.max(LEAST, height)));

export interface Height {
  readonly least: number;
  readonly most: number;
  /** null: what the styles give it. */
  readonly now: number | null;
  /** Of the head, with its grip. */
  readonly drag: (event: PointerEvent) => void;
  readonly giveBack: (event: MouseEvent) => void;
  /** Of the grip. */
  readonly key: (event: KeyboardEvent) => void;
}

export function useHeight(tray: RefObject<HTMLElement | null>): Height {
  const [now, set] = useState<number | null>(() => {
    const kept = recall(NAME);
    return typeof kept === "number" ? kept : null;
  });
  const shown = (): number => tray.current?.offsetHeight ?? 0;
  /** On the element itself: to draw a long list anew for each pixel would lag behind the hand. */
  function apply(height: number | null): void {
    const style = tray.current?.style;
    if (height === null) style?.removeProperty("--tray-height");
    else style?.setProperty("--tray-height", `${within(height)}px`);
    tray.current?.toggleAttribute("data-sized", height !== null);
  }
  function keep(height: number | null): void {
    const next = height === null ? null : within(height);
    apply(next);
    remember(NAME, next);
    set(next);
  }
  useLayoutEffect(() => apply(now), []);

  function drag(event: PointerEvent): void {
    const head = event.currentTarget as HTMLElement;
    // A finger on the head may mean to scroll the page.
    const finger = event.pointerType === "touch" && !(event.target as Element).matches(".tray-grip");
    if (event.button !== 0 || onControl(event) || finger) return;
    const [start, from] = [shown(), event.clientY];
    let to = start;
    const follow = ({ clientY }: PointerEvent): void => apply((to = start + from - clientY));
    const end = (): void => {
      head.removeEventListener("pointermove", follow);
      document.removeEventListener("keydown", escape, true);
      if (to !== start) keep(to);
    };
    const escape = (pressed: KeyboardEvent): void => {
      if (pressed.key !== "Escape") return;
      pressed.stopPropagation();
      to = start;
      apply(now);
      end();
    };
    head.setPointerCapture(event.pointerId);
    head.addEventListener("pointermove", follow);
    head.addEventListener("lostpointercapture", end, { once: true });
    document.addEventListener("keydown", escape, true);
  }
  function key(event: KeyboardEvent): void {
    const heights: Readonly<Record<string, number>> = {
      ArrowUp: shown() + BY,
      ArrowDown: shown() - BY,
      Home: LEAST,
      End: most(),
    };
    const height = heights[event.key];
    if (height === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    keep(height);
  }
  function giveBack(event: MouseEvent): void {
    if (!onControl(event)) keep(null);
  }
  return { least: LEAST, most: most(), now, drag, giveBack, key };
}

const onControl = ({ target }: Event): boolean =>
  target instanceof Element && target.closest("button, a, input, select, label") !== null;
