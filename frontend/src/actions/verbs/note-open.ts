/** Opens the place where a note is written, on what the keyboard stands on or on the finding that is open. */
import type { Action } from "../action";

export const noteOpen: Action = {
  id: "note-open",
  label: "reviews.note.add",
  group: "review",
  scope: "page",
  keys: { "Alt+n": [] },
  enabled: () => true,
  run({ session, concerns }) {
    const tab = concerns.value.of(session.opened.value) === null ? "notes" : "step";
    session.panel.value = { open: true, tab };
    session.noting.value++;
  },
};
