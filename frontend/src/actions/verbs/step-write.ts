/**
 * Makes a card, or writes on one, from a text with shorthand: the card, what its tokens say, the link that leads to it
 * and the moment that was missing are one change.
 */
import { newId } from "../../model/ids";
import { put, set, type Draft, type Op, type Step } from "../../model/records";
import { tidy } from "../../model/shorthand";
import { t } from "../../text";
import type { Action } from "../action";
import type { Editor } from "../editor";
import { createNaming } from "../naming";
import { read, write } from "../shorthand";

export interface NewCard {
  readonly lane: string;
  /** Null: in a moment that is made for it, after the last one. */
  readonly moment: string | null;
  /** The step that is linked to it. */
  readonly link?: string | undefined;
}

export const stepWrite: Action<[card?: NewCard | { readonly id: string }, text?: string], string | null> = {
  id: "step-write",
  label: "typing.write",
  group: "step",
  scope: "step",
  keys: {},
  enabled: () => false, // of the field, never of a menu
  run(editor, card, text = "") {
    if (card === undefined) return null;
    return "id" in card ? rewrite(editor, card.id, text) : make(editor, card, text);
  },
};

/** Gives the new step's id. A text of tokens alone is its title as it stands: a card has a name. */
function make(editor: Editor, card: NewCard, text: string): string | null {
  const state = editor.state.value;
  const lane = state.lane.get(card.lane);
  if (lane === undefined || tidy(text) === "") return null;
  const about = { step: null, lane: lane.id, linked: card.link !== undefined };
  const reading = read(state, about, text);
  const { title, found } = reading.title === "" ? { title: tidy(text), found: [] } : reading;
  const id = newId();
  const naming = createNaming(state);
  const { fields, after, share } = write(state, naming, about, id, found);
  const column = card.moment === null ? momentOps(editor) : { id: card.moment, title: "", ops: [] };
  const kind = lane.kind === "evidence" ? "evidence" : "action";
  const step: Draft<"step"> = { kind, ...fields, id, lane: lane.id, moment: column.id, title };
  const ops: Op[] = [...column.ops, ...naming.ops(), put("step", step)];
  if (card.link !== undefined && state.step.has(card.link)) {
    ops.push(put("link", { id: newId(), source: card.link, target: id, share }));
  }
  if (editor.submit(t("actions.step.add"), [...ops, ...after]) === null) return null;
  const moment = editor.state.value.moment.get(column.id)?.title ?? "";
  const said = t("actions.said.added", { title, lane: lane.title, moment });
  const from = card.link === undefined ? undefined : state.step.get(card.link)?.title;
  editor.session.announce(
    [
      said,
      from === undefined ? "" : t("actions.said.linked", { source: from, target: title }),
      found.length === 0 ? "" : t("typing.said.facts", { n: found.length }),
    ]
      .filter((part) => part !== "")
      .join(". "),
  );
  return id;
}

/** A title that is left out stays what it was. */
function rewrite(editor: Editor, id: string, text: string): string | null {
  const state = editor.state.value;
  const step = state.step.get(id);
  if (step === undefined) return null;
  const about = { step, lane: step.lane, linked: false };
  const { title, found } = read(state, about, text);
  const naming = createNaming(state);
  const { fields, after } = write(state, naming, about, id, found);
  const wanted: Partial<Step> = title === "" ? fields : { ...fields, title };
  const sets = Object.entries(wanted)
    .filter(([field, value]) => step[field as keyof Step] !== value)
    .map(([field, value]) => set("step", id, field as "title", value as string));
  const label = found.length === 0 ? "actions.set.step.title" : "actions.set.step";
  if (editor.submit(t(label), [...naming.ops(), ...sets, ...after]) === null) return null;
  if (found.length > 0) {
    editor.session.announce(`${title || step.title}. ${t("typing.said.facts", { n: found.length })}`);
  }
  return id;
}

/** One more moment in the last phase; a phase where there is none. */
export function momentOps(editor: Editor): { readonly id: string; readonly ops: readonly Op[] } {
  const { phases, moments } = editor.sheet.value;
  const id = newId();
  const last = phases.at(-1)?.phase.id;
  const phase = last ?? newId();
  const title = t("typing.moment", { n: moments.length + 1 });
  const column = put("moment", { id, phase, title });
  return {
    id,
    ops:
      last === undefined
        ? [put("phase", { id: phase, title: t("typing.phase", { n: 1 }) }), column]
        : [column],
  };
}
