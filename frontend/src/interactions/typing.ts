/** Text typed on the sheet itself: a new card, or another title for a card, phase, moment or lane. */
import type { Editing } from "../actions/session";
import { headerRename } from "../actions/verbs/header-rename";
import { momentAdd } from "../actions/verbs/moment-add";
import { stepAdd } from "../actions/verbs/step-add";
import { stepRename } from "../actions/verbs/step-rename";
import { t } from "../text";
import { IDLE } from "./gesture";
import type { Stage, State } from "./state";

export type OnSheet = Exclude<Editing, { on: "blueprint" }>;

export interface Typing {
  /** A key in the field, which holds `text`. */
  key(editing: OnSheet, event: KeyboardEvent, text: string): void;
  /** The field lost the focus: what was typed is kept. */
  left(editing: OnSheet, text: string): void;
}

export function createTyping(stage: Stage, go: (state: State) => void): Typing {
  const { editor } = stage;
  const { session, sheet, state } = editor;
  /** Lane in which typing goes on once the moment that was made on the way has its name. */
  let onward: { readonly moment: string; readonly lane: string } | null = null;

  /** Gives the new step's id where one was made. */
  function commit(editing: OnSheet, typed: string): string | null {
    const title = typed.replace(/\s+/g, " ").trim();
    session.editing.value = null;
    if (editing.on === "new") {
      const { lane, moment, linkFrom } = editing;
      const made = { lane, moment, title, ...(linkFrom === undefined ? {} : { linkFrom }) };
      const id = title === "" ? null : stepAdd.run(editor, made);
      if (id === null) session.focus.value = { on: "cell", lane, moment, step: null };
      else session.select({ id, lane, moment });
      return id;
    }
    if (editing.on === "step") {
      if (title !== state.value.step.get(editing.id)?.title) stepRename.run(editor, editing.id, title);
    } else if (title !== state.value[editing.on].get(editing.id)?.title) {
      headerRename.run(editor, editing, title);
    }
    return null;
  }

  function cancel(editing: OnSheet): void {
    session.editing.value = null;
    onward = null;
    if (editing.on !== "new") return;
    const last = sheet.value.cell(editing.lane, editing.moment).at(-1);
    if (last !== undefined) session.select(last);
  }

  function begin(lane: string, moment: string): void {
    session.select(null);
    session.focus.value = { on: "cell", lane, moment, step: null };
    session.editing.value = { on: "new", lane, moment, text: "" };
  }

  /** Enter also goes on: from a new card to the next moment, from a moment made on the way back to its lane. */
  function enter(editing: OnSheet, text: string): void {
    const made = commit(editing, text);
    if (editing.on === "moment" && onward?.moment === editing.id) begin(onward.lane, onward.moment);
    onward = null;
    if (editing.on !== "new" || made === null) return;
    const { moments } = sheet.value;
    const next = moments[moments.findIndex((moment) => moment.id === editing.moment) + 1];
    if (next === undefined) go(offer(stage, editing.lane, take));
    else begin(editing.lane, next.id);
  }

  function take(lane: string): void {
    const after = sheet.value.moments.at(-1)?.id;
    const moment = momentAdd.run(editor, after === undefined ? {} : { after });
    onward = moment === null ? null : { moment, lane };
  }

  return {
    key(editing, event, text) {
      event.stopPropagation(); // a field's keys are its own
      if (event.isComposing) return;
      if (event.key === "Enter") enter(editing, text);
      else if (event.key === "Tab") commit(editing, text);
      else if (event.key === "Escape") cancel(editing);
      else return;
      event.preventDefault();
    },
    left(editing, text) {
      if (session.editing.value === editing) commit(editing, text);
    },
  };
}

/** After the last moment: Enter makes the next one, anything else lets it be. */
function offer({ editor, gesture }: Stage, lane: string, take: (lane: string) => void): State {
  gesture.value = { kind: "offer", lane };
  editor.session.announce(t("sheet.said.end"));
  return {
    key(event) {
      if (event.key === "Shift") return;
      if (event.key === "Enter") {
        event.preventDefault();
        take(lane);
      }
      return "idle";
    },
    up: () => "idle",
    leave() {
      gesture.value = IDLE;
    },
  };
}
