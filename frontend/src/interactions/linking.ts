/**
 * A link is being made, or one of its ends pulled elsewhere: by pointer to another card, or by keyboard with arrows and
 * Enter. A new link that is dropped on empty ground makes a card there, whose title is typed at once.
 */
import { linkAdd } from "../actions/verbs/link-add";
import { linkMove } from "../actions/verbs/link-move";
import { t } from "../text";
import { type Held, dragging } from "./dragging";
import { type End, type Gesture, IDLE } from "./gesture";
import { cellAt, stepAt } from "./hit";
import type { Next, Stage, State } from "./state";
import { ARROWS, nextCard } from "./walking";

export function linkByPointer(stage: Stage, source: string, start: Held): State {
  const { editor, gesture } = stage;
  let aim: Extract<Gesture, { kind: "link" }> | null = null;
  return dragging(stage, start, {
    follow({ clientX: x, clientY: y }) {
      const target = stepAt(x, y);
      const ground = target === null ? cellAt(x, y) : null;
      gesture.value = aim = { kind: "link", source, target, pointer: { x, y }, ground };
    },
    drop() {
      // Back on its own card is a change of mind, not a loop.
      if (aim === null || aim.target === source) return;
      if (aim.target !== null) linkAdd.run(editor, source, aim.target);
      else if (aim.ground != null) write(stage, source, aim.ground);
    },
  });
}

/** Begins to type a card in a cell; with its title comes the link to it, as one change. */
function write(
  { editor: { session } }: Stage,
  source: string,
  { lane, moment }: { readonly lane: string; readonly moment: string },
): void {
  session.select(null);
  session.focus.value = { on: "cell", lane, moment, step: null };
  session.editing.value = { on: "new", lane, moment, text: "", linkFrom: source };
}

/** The end of a link follows the pointer to another card; anywhere else it stays where it was. */
export function pullByPointer(stage: Stage, link: string, end: End, start: Held): State | undefined {
  const { editor, gesture } = stage;
  const record = editor.state.value.link.get(link);
  if (record === undefined) return undefined;
  const source = end === "target" ? record.source : record.target;
  let target: string | null = null;
  return dragging(stage, start, {
    follow({ clientX: x, clientY: y }) {
      target = stepAt(x, y);
      gesture.value = { kind: "link", source, target, pointer: { x, y }, pulled: { link, end } };
    },
    drop() {
      if (target !== null) linkMove.run(editor, link, end, target);
    },
  });
}

export function linkByKeys(stage: Stage, source: string): State | null {
  return choose(stage, source, null, (target) => linkAdd.run(stage.editor, source, target));
}

/** Enter on a link pulls its end, Shift+Enter its beginning. */
export function pullByKeys(stage: Stage, link: string, end: End): State | null {
  const record = stage.editor.state.value.link.get(link);
  if (record === undefined) return null;
  const [stays, from] = end === "target" ? [record.source, record.target] : [record.target, record.source];
  return choose(stage, stays, { link, end, from }, (target) => linkMove.run(stage.editor, link, end, target));
}

/** Arrows lead from card to card, Enter takes the one they stand on. */
function choose(
  { editor, gesture }: Stage,
  source: string,
  pulled: { readonly link: string; readonly end: End; readonly from: string } | null,
  take: (target: string) => void,
): State | null {
  const { session, state, sheet } = editor;
  const begin = state.value.step.get(source);
  if (begin === undefined) return null;
  const at = (id: string) => {
    const step = state.value.step.get(id) ?? begin;
    return { on: "cell", lane: step.lane, moment: step.moment, step: step.id } as const;
  };
  const show = (target: string): void =>
    void (gesture.value = {
      kind: "link",
      source,
      target,
      pointer: null,
      ...(pulled === null ? {} : { pulled: { link: pulled.link, end: pulled.end } }),
    });
  const aim = (target: string): void => {
    show(target);
    const { lane, moment } = at(target);
    const values = {
      title: state.value.step.get(target)?.title ?? "",
      lane: state.value.lane.get(lane)?.title ?? "",
      moment: state.value.moment.get(moment)?.title ?? "",
    };
    session.announce(t("links.said.target", values));
  };
  if (pulled === null) {
    const first = nextCard(sheet.value, at(source), "right") ?? nextCard(sheet.value, at(source), "down");
    session.announce(t("links.said.begin", { title: begin.title }));
    if (first?.step == null) show(source);
    else aim(first.step);
  } else {
    show(pulled.from);
    session.announce(t(`direct.said.pull.${pulled.end}`, { title: begin.title }));
  }

  return {
    key(event): Next {
      const now = gesture.value;
      const target = now.kind === "link" ? (now.target ?? source) : source;
      const arrow = ARROWS[event.key];
      if (arrow === undefined && event.key !== "Enter") return event.key === "Tab" ? "idle" : undefined;
      event.preventDefault();
      if (arrow === undefined) {
        if (target !== source) take(target);
        return "idle";
      }
      const next = nextCard(sheet.value, at(target), arrow);
      if (next?.step != null) aim(next.step);
      return;
    },
    // A press anywhere ends it; on a card it chooses that one.
    up(event) {
      const target = stepAt(event.clientX, event.clientY);
      if (target !== null && target !== source) take(target);
      return "idle";
    },
    leave() {
      gesture.value = IDLE;
    },
  };
}
