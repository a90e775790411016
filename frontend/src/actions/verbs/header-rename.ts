/** Gives a phase, moment or lane another name; without one begins to type it in its place. */
import type { Action } from "../action";
import type { Header } from "../session";
import { targetHeader } from "../targets";
import { fieldSet } from "./field-set";

export const headerRename: Action<[header?: { readonly on: Header; readonly id: string }, title?: string]> = {
  id: "header-rename",
  label: "actions.header.rename",
  group: "sheet",
  scope: "header",
  keys: { F2: [], Enter: [] },
  enabled: (editor) => targetHeader(editor) !== null,
  run(editor, header = targetHeader(editor) ?? undefined, title) {
    if (header === undefined) return;
    const { on, id } = header;
    if (title === undefined) editor.session.editing.value = { on, id };
    else if (title.trim() !== "") fieldSet.run(editor, { type: on, id, field: "title", value: title.trim() });
  },
};
