/** A link is being made: by pointer from a card's handle to another card, or by keyboard with arrows and Enter. */
import { linkAdd } from "../actions/verbs/link-add";
import { t } from "../text";
import { createEdges } from "./edges";
import { IDLE } from "./gesture";
import { stepAt } from "./hit";
import type { Next, Stage, State } from "./state";
import { ARROWS, nextCard } from "./walking";

export function linkByPointer({ editor, root, gesture }: Stage, source: string, start: PointerEvent): State {
  let last: PointerEvent = start;
  const follow = (): void => {
    const pointer = { x: last.clientX, y: last.clientY };
    gesture.value = { kind: "link", source, target: stepAt(pointer.x, pointer.y), pointer };
  };
  const edges = createEdges(root, follow);
  follow();
  return {
    move(event) {
      last = event;
      edges.at(event.clientX, event.clientY);
      follow();
    },
    up() {
      const now = gesture.value;
      // Back on its own card is a change of mind, not a loop.
      if (now.kind === "link" && now.target !== null && now.target !== source)
        linkAdd.run(editor, source, now.target);
      return "idle";
    },
    leave() {
      edges.stop();
      gesture.value = IDLE;
    },
  };
}

export function linkByKeys({ editor, gesture }: Stage, source: string): State | null {
  const { session, state, sheet } = editor;
  const from = state.value.step.get(source);
  if (from === undefined) return null;
  const at = (id: string) => {
    const step = state.value.step.get(id) ?? from;
    return { on: "cell", lane: step.lane, moment: step.moment, step: step.id } as const;
  };
  const aim = (target: string): void => {
    gesture.value = { kind: "link", source, target, pointer: null };
    const { lane, moment } = at(target);
    const values = {
      title: state.value.step.get(target)?.title ?? "",
      lane: state.value.lane.get(lane)?.title ?? "",
      moment: state.value.moment.get(moment)?.title ?? "",
    };
    session.announce(t("links.said.target", values));
  };
  const first = nextCard(sheet.value, at(source), "right") ?? nextCard(sheet.value, at(source), "down");
  session.announce(t("links.said.begin", { title: from.title }));
  if (first?.step == null) gesture.value = { kind: "link", source, target: source, pointer: null };
  else aim(first.step);

  return {
    key(event): Next {
      const now = gesture.value;
      const target = now.kind === "link" ? (now.target ?? source) : source;
      const arrow = ARROWS[event.key];
      if (arrow === undefined && event.key !== "Enter") return event.key === "Tab" ? "idle" : undefined;
      event.preventDefault();
      if (arrow === undefined) {
        if (target !== source) linkAdd.run(editor, source, target);
        return "idle";
      }
      const next = nextCard(sheet.value, at(target), arrow);
      if (next?.step != null) aim(next.step);
      return;
    },
    // A press anywhere ends it; on a card it chooses that one.
    up(event) {
      const target = stepAt(event.clientX, event.clientY);
      if (target !== null && target !== source) linkAdd.run(editor, source, target);
      return "idle";
    },
    leave() {
      gesture.value = IDLE;
    },
  };
}
