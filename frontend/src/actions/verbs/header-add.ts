/** Adds a phase, moment or lane beside the focused one, of its kind. */
import type { Action } from "../action";
import { targetHeader } from "../targets";
import { laneAdd } from "./lane-add";
import { momentAdd } from "./moment-add";
import { phaseAdd } from "./phase-add";

export const headerAdd: Action = {
  id: "header-add",
  label: "actions.header.add",
  group: "sheet",
  scope: "header",
  keys: { "+": [] },
  enabled: (editor) => targetHeader(editor) !== null,
  run(editor) {
    const header = targetHeader(editor);
    if (header?.on === "phase") phaseAdd.run(editor, { after: header.id });
    if (header?.on === "moment") momentAdd.run(editor, { after: header.id });
    if (header?.on === "lane") laneAdd.run(editor, { after: header.id });
  },
};
