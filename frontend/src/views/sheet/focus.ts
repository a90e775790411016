/** One element of the grid can be reached by Tab; it has the focus whenever the focus is on the sheet, or got lost. */
import type { Focus } from "../../actions/session";
import { hitOf } from "../../interactions/hit";
import { type Place, placeOf, settle } from "../../interactions/walking";
import { t } from "../../text";
import type { LinkLayer } from "../links/layer";
import type { Scene } from "./scene";

export interface Keeper {
  readonly settle: () => void;
  /** The browser moved the focus: the keyboard stands there now. */
  readonly came: (event: FocusEvent) => void;
  readonly show: (step: string) => void;
}

export function createFocus(
  { editor, cells, interactions }: Scene,
  root: HTMLElement,
  canvas: HTMLElement,
  layer: LinkLayer,
  bring: (element: Element) => void,
): Keeper {
  const { session } = editor;
  let last: Place = { row: 0, column: 0 };
  let before: Focus | null = null;
  let tabbed: HTMLElement | null = null;
  let shown: Focus | null = null;
  let within: Element | null = null;

  const elementOf = (focus: Focus | null): HTMLElement | null => {
    if (focus === null) return null;
    if (focus.on !== "cell")
      return canvas.querySelector(`[data-header="${focus.on}"][data-id="${CSS.escape(focus.id)}"]`);
    // Asked of the cells: to search a large sheet for an attribute takes a part of a frame.
    if (focus.step !== null) return cells.card(focus.step)?.element ?? null;
    return cells.at(focus.lane, focus.moment)?.element ?? null;
  };

  return {
    settle() {
      const sheet = editor.sheet.peek();
      const active = document.activeElement;
      // A slider on the sheet keeps the focus that it was given, and so does the pane on which an area is drawn.
      const own = active?.matches('[role="slider"], [role="application"]') === true;
      const here = !own && (active === null || active === document.body || root.contains(active));
      // Nothing is focused once what was is gone: then its place still counts.
      const wanted = session.focus.peek() ?? (here ? before : null);
      const focus = settle(sheet, wanted, last);
      if (focus !== null) last = placeOf(sheet, focus);
      before = wanted === null ? null : focus;
      const element = elementOf(focus);
      if (element === null) return; // not drawn yet: it comes with the next drawing
      if (!element.isConnected) cells.writeLate(Infinity); // far from the first look at a large sheet
      if (tabbed !== element) {
        if (tabbed !== null) {
          tabbed.tabIndex = -1;
          delete tabbed.dataset.entry;
        }
        tabbed = element;
      }
      // Not written anew: the browser looks at the focus each time.
      if (element.getAttribute("tabindex") !== "0") element.tabIndex = 0;
      if (element.dataset.entry === undefined) element.dataset.entry = ""; // where F6 enters the sheet
      const link = session.selectedLink.peek();
      if (wanted === null && link === null) return;
      if (wanted !== null && focus !== session.focus.peek()) session.focus.value = focus;
      if (here && session.editing.peek() === null) {
        const target = link === null ? element : nameLink(link);
        if (target !== null && target !== active) target.focus({ preventScroll: true });
      }
      if (focus !== shown || element.parentElement !== within) {
        shown = focus;
        within = element.parentElement; // an undo says where the keyboard is before the card is back there
        bring(element);
      }
    },
    came({ target }) {
      if (session.editing.peek() !== null) return;
      const hit = hitOf(target);
      const now = session.focus.peek();
      if (hit.on === "step") {
        const step = editor.state.peek().step.get(hit.step);
        if (step === undefined || (now?.on === "cell" && now.step === step.id)) return;
        // What is selected elsewhere stays behind, as when one walks: Delete means the card that has the focus. A press
        // decides by itself what it selects.
        const { selection, selectedLink } = session;
        const elsewhere = selection.peek().size > 0 && !selection.peek().has(step.id);
        if (!interactions.held() && (elsewhere || selectedLink.peek() !== null)) session.select(step);
        session.focus.value = { on: "cell", lane: step.lane, moment: step.moment, step: step.id };
      } else if (hit.on === "cell") {
        if (now?.on === "cell" && now.step === null && now.lane === hit.lane && now.moment === hit.moment)
          return;
        session.focus.value = { on: "cell", lane: hit.lane, moment: hit.moment, step: null };
      } else if (hit.on === "header") {
        if (now?.on === hit.header && now.id === hit.id) return;
        session.focus.value = { on: hit.header, id: hit.id };
      }
    },
    show(step) {
      const card = cells.card(step)?.element;
      if (card !== undefined) bring(card);
    },
  };

  /** The link's element, with a name to be heard by. */
  function nameLink(id: string): SVGGElement | null {
    const element = layer.element(id);
    const { link, step } = editor.state.peek();
    const record = link.get(id);
    if (element === null || record === undefined) return null;
    element.setAttribute("role", "img");
    element.setAttribute(
      "aria-label",
      t("links.label", {
        source: step.get(record.source)?.title ?? "",
        target: step.get(record.target)?.title ?? "",
      }),
    );
    return element;
  }
}
