/** Leads to a card, a link or a field: selects it, opens the panel and what is folded, and puts the focus there. */
import { afterDrawing } from "../shell/arriving";
import type { Editor } from "../../actions/editor";
import type { Session } from "../../actions/session";
import type { State, Type } from "../../model/records";
import { exchangesOf, usesOf } from "./records";
import { placeOf } from "./fields";
import { entryOf, unfold } from "./libraries/unfolded";

export interface Target {
  readonly type: string;
  readonly id: string;
  /** The record itself where it is left out; paths of the document ("information[2].tool") are understood. */
  readonly field?: string;
}

export function goTo(editor: Editor, target: Target): void {
  const { session } = editor;
  const { type, id, field } = resolve(editor.state.value, target);
  if (!show(session, editor.state.value, type, id)) return;
  if (field === undefined) {
    afterDrawing(() => focusCard(id));
    return;
  }
  unfold(editor, type); // a section of the library, and the entry in it; for other types it means nothing
  unfold(editor, entryOf(type, id));
  const own = type === "step" || type === "use" || type === "exchange" || type === "link" || type === "lane";
  session.panel.value = { open: true, tab: own ? "step" : "blueprint" };
  afterDrawing(() => focusField(placeOf(type, id, field)));
}

/** Puts the focus on the card of a step, or on the sheet where it can't be found. */
export function focusCard(step: string | null): void {
  const card = withData("step", step);
  const place = card ?? document.querySelector<HTMLElement>('[data-region="sheet"] [tabindex="0"]');
  place?.focus();
  place?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** Selects what holds the record; false where the record is gone. */
function show(session: Session, state: State, type: Type, id: string): boolean {
  if (type === "use" || type === "exchange") {
    const owner = state[type].get(id);
    return owner !== undefined && show(session, state, "step", owner.step);
  }
  if (type === "step") {
    const step = state.step.get(id);
    if (step !== undefined) session.select(step);
    return step !== undefined;
  }
  if (type === "link") {
    session.selectedLink.value = state.link.has(id) ? id : null;
    return state.link.has(id);
  }
  if (type === "lane" || type === "moment" || type === "phase") {
    session.select(null);
    session.focus.value = { on: type, id };
  }
  return state[type].has(id);
}

/** A path within a step names a use or exchange by its place in the list; in the records each has an id of its own. */
function resolve(state: State, { type, id, field }: Target): { type: Type; id: string; field?: string } {
  const within = /^(uses|information)\[(\d+)\]\.(\w+)$/.exec(field ?? "");
  const at = Number(within?.[2]);
  const inner = within?.[3];
  if (inner !== undefined && type === "step") {
    const kind = within?.[1] === "uses" ? "use" : "exchange";
    const record = (kind === "use" ? usesOf(state, id) : exchangesOf(state, id))[at];
    if (record !== undefined) return { type: kind, id: record.id, field: kind === "use" ? "tool" : inner };
  }
  const known = type as Type;
  return field === undefined ? { type: known, id } : { type: known, id, field };
}

export function focusField(place: string): void {
  const field = withData("field", place);
  for (let fold = field?.closest("details"); fold; fold = fold.parentElement?.closest("details"))
    fold.open = true;
  const control = field?.matches("fieldset")
    ? field.querySelector<HTMLElement>("input:checked, input, button")
    : field;
  control?.focus();
  control?.scrollIntoView({ block: "center" });
}

/** By a data attribute: ids are any text, which a selector would have to escape. */
const withData = (name: "step" | "field", value: string | null): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(`[data-${name}]`)].find((one) => one.dataset[name] === value);
