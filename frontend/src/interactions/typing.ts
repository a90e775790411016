/** Text typed on the sheet itself: a card with its facts, a new one or one that is there; the name of a header. */
import { isMac } from "../actions/platform";
import type { Editing } from "../actions/session";
import { headerRename } from "../actions/verbs/header-rename";
import { laneWrite } from "../actions/verbs/lane-write";
import { momentAdd } from "../actions/verbs/moment-add";
import { momentWrite } from "../actions/verbs/moment-write";
import { phaseAdd } from "../actions/verbs/phase-add";
import { stepWrite } from "../actions/verbs/step-write";
import { t } from "../text";
import { anotherAfter, linkTo } from "./neighbour";
import type { Stage } from "./state";
import { ARROWS, type Arrow } from "./walking";

export type OnSheet = Exclude<Editing, { on: "blueprint" }>;

export interface Typing {
  /** A key in the field, which holds `text`. */
  key(editing: OnSheet, event: KeyboardEvent, text: string): void;
  /** The field lost the focus: what was typed is kept. */
  left(editing: OnSheet, text: string): void;
}

export const onCard = (editing: OnSheet): boolean =>
  editing.on === "step" || editing.on === "new" || editing.on === "next";

export function createTyping(stage: Stage): Typing {
  const { editor } = stage;
  const { session, sheet, state } = editor;

  /** Keeps what was typed. Gives the id of the card that it is about now: a new one, or the one that was written on. */
  function commit(editing: OnSheet, text: string): string | null {
    session.editing.value = null;
    if (isGone(editing)) return giveBack(text);
    if (editing.on === "new" || editing.on === "next") {
      const moment = editing.on === "new" ? editing.moment : null;
      const id = stepWrite.run(editor, { lane: editing.lane, moment, link: editing.linkFrom }, text);
      const made = id === null ? undefined : state.value.step.get(id);
      if (made !== undefined) session.select(made);
      else back(editing);
      return id;
    }
    if (editing.on === "step") {
      stepWrite.run(editor, { id: editing.id }, text);
      return editing.id;
    }
    if (editing.on === "lane") laneWrite.run(editor, editing.id, text);
    else if (editing.on === "moment") momentWrite.run(editor, editing.id, text.replace(/\s+/g, " "));
    else headerRename.run(editor, { on: editing.on, id: editing.id }, text.replace(/\s+/g, " "));
    return null;
  }

  /** Whether someone removed what was being written on, or where. */
  function isGone(editing: OnSheet): boolean {
    const { lane, moment } = state.value;
    if (editing.on === "next") return !lane.has(editing.lane);
    if (editing.on === "new") return !lane.has(editing.lane) || !moment.has(editing.moment);
    return !state.value[editing.on].has(editing.id);
  }
  function giveBack(text: string): null {
    if (text.trim() === "") return null;
    session.notify({ tone: "warning", text: t("typing.gone"), detail: text.trim() });
    session.announce(t("typing.gone"));
    return null;
  }

  /** Nothing was made: the keyboard goes back to where it came from, or to the last card of the cell. */
  function back(editing: Extract<OnSheet, { on: "new" | "next" }>): void {
    const from = state.value.step.get(editing.linkFrom ?? "");
    const { moments, cell } = sheet.value;
    const moment = editing.on === "new" ? editing.moment : moments.at(-1)?.id;
    if (from !== undefined) session.select(from);
    if (from !== undefined || moment === undefined) return;
    const last = cell(editing.lane, moment).at(-1);
    if (last !== undefined) session.select(last);
    else session.focus.value = { on: "cell", lane: editing.lane, moment, step: null };
  }

  function cancel(editing: OnSheet): void {
    session.editing.value = null;
    if (editing.on === "new" || editing.on === "next") back(editing);
  }

  /** A new card here; past the last moment where there is none further. */
  function begin(lane: string, moment: string | undefined): void {
    session.select(null);
    if (moment === undefined) {
      session.editing.value = { on: "next", lane, text: "" };
      session.announce(t("typing.said.openNext", { lane: state.value.lane.get(lane)?.title ?? "" }));
      return;
    }
    session.focus.value = { on: "cell", lane, moment, step: null };
    session.editing.value = { on: "new", lane, moment, text: "" };
  }

  /** Enter makes the card and opens the next moment; on what was there already it only keeps. */
  function enter(editing: OnSheet, text: string): void {
    const made = commit(editing, text);
    if ((editing.on !== "new" && editing.on !== "next") || made === null) return;
    const { moments } = sheet.value;
    const here = state.value.step.get(made)?.moment;
    begin(editing.lane, moments[moments.findIndex(({ id }) => id === here) + 1]?.id);
  }

  /** Keeps the card and begins one more in its cell, linked to it or not. */
  function another(editing: OnSheet, text: string, linked: boolean): void {
    const id = commit(editing, text);
    const card = state.value.step.get(id ?? "");
    if (card !== undefined) session.editing.value = anotherAfter(card, linked);
  }

  /** Tab keeps and goes on: a field in an empty cell or header, the card where there is one. */
  function tab(editing: OnSheet, text: string, by: -1 | 1): void {
    const id = commit(editing, text);
    const { moments, phases, lanes, cell } = sheet.value;
    if (onCard(editing)) {
      const card = state.value.step.get(id ?? "");
      const focus = session.focus.value;
      const at = card ?? (focus?.on === "cell" ? focus : null);
      if (at === null || (editing.on === "next" && id === null)) return;
      const next = moments[moments.findIndex((moment) => moment.id === at.moment) + by]?.id;
      if (next === undefined) {
        if (by > 0) begin(at.lane, undefined);
        return;
      }
      const there = cell(at.lane, next)[0];
      if (there === undefined) begin(at.lane, next);
      else session.select(there);
      return;
    }
    const { on } = editing as Extract<OnSheet, { on: "phase" | "moment" | "lane" }>;
    const headers = on === "phase" ? phases.map(({ phase }) => phase) : on === "moment" ? moments : lanes;
    const here = (editing as { readonly id: string }).id;
    const next = headers[headers.findIndex((header) => header.id === here) + by];
    if (next !== undefined) {
      session.focus.value = { on, id: next.id };
      session.editing.value = { on, id: next.id };
    } else if (by > 0 && on === "phase") phaseAdd.run(editor, { after: here });
    else if (by > 0 && on === "moment") momentAdd.run(editor, { after: here });
  }

  /** Keeps the card and goes on with the one in that direction, linked to it. */
  function goLink(editing: OnSheet, text: string, arrow: Arrow): void {
    const id = commit(editing, text);
    if (id !== null) linkTo(stage, id, arrow);
  }

  return {
    key(editing, event, text) {
      event.stopPropagation(); // a field's keys are its own
      if (event.isComposing) return;
      const arrow = ARROWS[event.key];
      // On a Mac Option and an arrow move the caret by words: there Ctrl comes with it.
      const links = event.altKey && !event.shiftKey && !event.metaKey && event.ctrlKey === isMac();
      if (event.key === "Enter" && event.shiftKey && onCard(editing)) return;
      if (event.key === "Enter" && onCard(editing) && (event.altKey || event.ctrlKey || event.metaKey)) {
        another(editing, text, event.altKey);
      } else if (event.key === "Enter") enter(editing, text);
      else if (event.key === "Tab") tab(editing, text, event.shiftKey ? -1 : 1);
      else if (event.key === "Escape") cancel(editing);
      else if (arrow !== undefined && links && onCard(editing)) goLink(editing, text, arrow);
      else if (editing.on === "next" && text === "" && arrow === "left") cancel(editing);
      else return;
      event.preventDefault();
    },
    left(editing, text) {
      if (session.editing.value === editing) commit(editing, text);
    },
  };
}
