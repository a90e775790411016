/** Nothing is going on: what a press, a double click or a key begins. */
import { keyOf, typesWithAltGr } from "../actions/keyboard";
import type { Editing, Focus } from "../actions/session";
import { dragCards } from "./drag-cards";
import { dragHeader } from "./drag-header";
import { extend } from "./extending";
import { chooseFelt, dragFeeling, setFeeling } from "./feeling";
import { hitAt, hitOf } from "./hit";
import { linkByKeys, linkByPointer, pullByKeys, pullByPointer } from "./linking";
import { marquee } from "./marquee";
import { pan } from "./panning";
import { pressed } from "./pressed";
import { resizeByKey, resizeColumn } from "./resizing";
import { columnResize } from "../actions/verbs/column-resize";
import { t } from "../text";
import type { Next, Stage } from "./state";
import { anotherAfter, linkTo } from "./neighbour";
import { ARROWS, walk, walkToEnd } from "./walking";

/** A press on the sheet; `grab` is the middle button or the space bar: it always moves the sheet. */
export function press(stage: Stage, event: PointerEvent, grab: boolean): Next {
  const { editor, root } = stage;
  const { session, state } = editor;
  if (grab) {
    event.preventDefault();
    return pan(stage, event);
  }
  const hit = hitAt(event);
  const touch = event.pointerType === "touch"; // a finger scrolls the sheet, so it drags only what was chosen before
  switch (hit.on) {
    case "field":
    case "button":
    case "flag":
      return;
    case "handle":
      event.preventDefault();
      return pressed(event, {
        click: () => undefined, // the button's own click begins linking by keys
        drag: (now) => linkByPointer(stage, hit.step, now),
      });
    case "step":
      return pressed(event, {
        click: (up) => choose(stage, hit.step, up.shiftKey || up.ctrlKey || up.metaKey),
        drag(now) {
          if (touch && !session.selection.value.has(hit.step)) return;
          const step = state.value.step.get(hit.step);
          if (step !== undefined && !session.selection.value.has(hit.step)) session.select(step);
          return dragCards(stage, hit.step, now);
        },
      });
    case "feeling":
      return pressed(event, {
        click: () => chooseFelt(stage, hit.half, hit.moment),
        drag: (now) => dragFeeling(stage, hit.half, hit.moment, now),
      });
    case "feel": {
      const [only, other] = hit.halves;
      const half = other === undefined ? only : event.clientX < hit.middle ? "customer" : "employee";
      if (half === undefined || touch) return;
      return pressed(event, {
        click: (up) => setFeeling(stage, half, hit.moment, up),
        drag: (now) => dragFeeling(stage, half, hit.moment, now),
      });
    }
    case "resize":
      event.preventDefault();
      return pressed(event, { drag: () => resizeColumn(stage, hit.moment, event) });
    case "link-end":
      event.preventDefault();
      return pressed(event, { drag: (now) => pullByPointer(stage, hit.link, hit.end, now) });
    case "link":
      session.select(null);
      session.selectedLink.value = hit.link;
      return;
    case "header":
      return pressed(event, {
        click: () => stand(stage, { on: hit.header, id: hit.id }),
        drag: (now) => (touch ? undefined : dragHeader(stage, hit.header, hit.id, now)),
      });
    case "cell":
    case "ground": {
      if (touch) return pressed(event, { click: () => ground(stage, hit), drag: () => undefined });
      const bar = root.getBoundingClientRect();
      // Beyond the client area lie the scroll bars.
      if (event.clientX - bar.left > root.clientWidth || event.clientY - bar.top > root.clientHeight) return;
      return pressed(event, { click: () => ground(stage, hit), drag: () => marquee(stage, event) });
    }
  }
}

function ground(stage: Stage, hit: ReturnType<typeof hitOf>): void {
  stage.editor.session.opened.value = null;
  if (hit.on === "cell") stand(stage, { on: "cell", lane: hit.lane, moment: hit.moment, step: null });
  else stage.editor.session.select(null);
}

function choose({ editor }: Stage, id: string, toggle: boolean): void {
  const { session, state } = editor;
  const step = state.value.step.get(id);
  if (step === undefined) return;
  if (!toggle) {
    session.select(step);
    return;
  }
  const selection = new Set(session.selection.value);
  if (!selection.delete(id)) selection.add(id);
  session.selectedLink.value = null;
  session.opened.value = null;
  session.selection.value = selection;
  session.focus.value = { on: "cell", lane: step.lane, moment: step.moment, step: id };
  session.announce(t("direct.said.selected", { n: selection.size }));
}

/** The keyboard stands here from now on; a card it stands on is selected. */
function stand({ editor }: Stage, focus: Focus): void {
  const { session, state } = editor;
  const step = focus.on === "cell" && focus.step !== null ? state.value.step.get(focus.step) : undefined;
  session.select(step ?? null);
  session.focus.value = focus;
}

export function doubleClick(stage: Stage, event: MouseEvent): void {
  const hit = hitAt(event);
  const { session } = stage.editor;
  if (hit.on === "resize") columnResize.run(stage.editor, hit.moment, null);
  else if (hit.on === "step") session.editing.value = { on: "step", id: hit.step };
  else if (hit.on === "header") session.editing.value = { on: hit.header, id: hit.id };
  else if (hit.on === "cell")
    session.editing.value = { on: "new", lane: hit.lane, moment: hit.moment, text: "" };
}

/** A key while nothing is going on: gestures only; what is left runs a command of the page. */
export function key(stage: Stage, event: KeyboardEvent): Next {
  const { editor } = stage;
  const { session, sheet } = editor;
  const { on } = hitOf(event.target);
  if (on === "field" || on === "feeling") return;
  const focus = session.focus.value;
  const plain = (!event.ctrlKey && !event.metaKey && !event.altKey) || typesWithAltGr(event);
  const onCard = focus?.on === "cell" && focus.step !== null && session.selectedLink.value === null;
  const taken = (): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  if (event.key === "Escape") {
    taken();
    escape(stage);
    return;
  }
  const { selectedLink } = session;
  if (plain && event.key === "Enter" && selectedLink.value !== null) {
    taken();
    return pullByKeys(stage, selectedLink.value, event.shiftKey ? "source" : "target") ?? undefined;
  }
  // A button that has the focus takes its own keys.
  if (event.target instanceof HTMLButtonElement && (event.key === "Enter" || event.key === " ")) return;
  if (focus?.on === "moment" && resizeByKey(stage, focus.id, event)) {
    taken();
    return;
  }
  if (plain && focus !== null) {
    const arrow = ARROWS[event.key];
    if (arrow !== undefined && event.shiftKey && focus.on === "cell") {
      taken();
      extend(stage, arrow);
      return;
    }
    if (arrow !== undefined && !event.shiftKey) {
      taken();
      const next = walk(sheet.value, focus, arrow);
      if (next !== null) stand(stage, next);
      else if (arrow === "right") pastTheEdge(stage, focus);
      return;
    }
    if (event.key === "Tab" && focus.on === "cell") {
      const next = walk(sheet.value, focus, event.shiftKey ? "left" : "right");
      if (next?.on !== "cell") return; // out of the sheet at the row's end
      taken();
      stand(stage, next);
      return;
    }
    if (event.key === "Home" || event.key === "End") {
      taken();
      const next = walkToEnd(sheet.value, focus, event.key);
      if (next !== null) stand(stage, next);
      return;
    }
    if ((focus.on !== "cell" || focus.step === null || onCard) && types(event, focus)) {
      // Not prevented: the field has the focus before the browser writes the sign, so accents and input methods work.
      event.stopPropagation();
      session.selectedLink.value = null;
      session.editing.value = typingAt(focus);
      return;
    }
  }
  if (focus?.on === "cell" && focus.step !== null) {
    const key = keyOf(event);
    const arrow = /^Alt\+Arrow/.test(key) ? ARROWS[event.key] : undefined;
    if (onCard && arrow !== undefined) {
      taken();
      linkTo(stage, focus.step, arrow);
    } else if (key === "Alt+Shift+l") {
      taken();
      nextLink(stage, focus.step);
    } else if (onCard && key === "Alt+l") {
      taken();
      return linkByKeys(stage, focus.step) ?? undefined;
    } else if (onCard && (key === "Mod+Enter" || key === "Alt+Enter")) {
      taken();
      const card = editor.state.value.step.get(focus.step);
      if (card !== undefined) session.editing.value = anotherAfter(card, key === "Alt+Enter");
    }
  }
}

/** From the last moment of a row to the place where one more appears as one types. */
function pastTheEdge({ editor }: Stage, focus: Focus): void {
  const { session } = editor;
  const lane =
    focus.on === "cell" || focus.on === "lane" ? (focus.on === "cell" ? focus.lane : focus.id) : null;
  if (lane === null) return;
  session.select(null);
  session.editing.value = { on: "next", lane, text: "" };
}

/** What typing begins here: a card in an empty cell, or another text for a card or header. */
function typingAt(focus: Focus): Editing {
  if (focus.on !== "cell") return { on: focus.on, id: focus.id, text: "" };
  if (focus.step !== null) return { on: "step", id: focus.step, text: "" };
  return { on: "new", lane: focus.lane, moment: focus.moment, text: "" };
}

/** Whether a key writes something: a sign, a dead key, or the beginning of an input method's word. `?` asks for help, + adds a header. */
function types({ key: sign, isComposing }: KeyboardEvent, { on }: Focus): boolean {
  if (isComposing || sign === "Dead" || sign === "Process") return true;
  return sign !== " " && sign !== "?" && !(sign === "+" && on !== "cell") && /^.$/su.test(sign);
}

/** Selects one after the other the links of a card. */
function nextLink({ editor }: Stage, step: string): void {
  const { session, state } = editor;
  const links = [...state.value.link.values()].filter((link) => link.source === step || link.target === step);
  const at = links.findIndex((link) => link.id === session.selectedLink.value);
  session.selectedLink.value = links[at + 1]?.id ?? links[0]?.id ?? null;
  session.opened.value = null;
}

/** One thing after the other is let go. */
function escape({ editor }: Stage): void {
  const { session } = editor;
  if (session.selectedLink.value !== null) session.selectedLink.value = null;
  else if (session.opened.value !== null) session.opened.value = null;
  else session.selection.value = new Set();
}
