/** Undo and redo say what they took back, offer the way back, and lead to where it is. */
import { beforeEach, expect, it } from "vitest";
import type { Editor } from "../../src/actions/editor";
import { redo } from "../../src/actions/verbs/redo";
import { stepAdd } from "../../src/actions/verbs/step-add";
import { stepDelete } from "../../src/actions/verbs/step-delete";
import { stepMove } from "../../src/actions/verbs/step-move";
import { undo } from "../../src/actions/verbs/undo";
import { openTried } from "../fake/editor";

let editor: Editor;
beforeEach(async () => {
  ({ editor } = await openTried(undefined, "fr"));
});
const notices = (): string[] => editor.session.notices.value.map(({ text }) => text);
const focus = (id: string): void => editor.session.select(editor.state.value.step.get(id)!);

it("shows what was undone, with redo in it, in one notice", () => {
  focus("c1");
  stepMove.run(editor, "right");
  stepMove.run(editor, "down");
  undo.run(editor);
  undo.run(editor);
  expect(notices()).toEqual(["Annulé\u00a0: déplacer l’étape «\u00a0Asks\u00a0»"]);
  expect(editor.session.announcement.value).toContain("Annulé\u00a0: déplacer");
  const [notice] = editor.session.notices.value;
  expect(notice?.act?.label).toBe("Rétablir");
  notice?.act?.run();
  expect(editor.state.value.step.get("c1")).toMatchObject({ lane: "cust", moment: "m2" });
  expect(notices()).toEqual(["Rétabli\u00a0: déplacer l’étape «\u00a0Asks\u00a0»"]);
});

it("a new change takes the notice away: nothing is left to redo", () => {
  focus("c1");
  stepMove.run(editor, "right");
  undo.run(editor);
  focus("f1");
  stepDelete.run(editor);
  expect(notices()).toEqual([]);
});

it("leads to what came back, and to where something was", () => {
  focus("f1");
  stepDelete.run(editor);
  focus("c1");
  undo.run(editor);
  expect([...editor.session.selection.value]).toEqual(["f1"]);
  expect(editor.session.focus.value).toMatchObject({ step: "f1" });
  const id = stepAdd.run(editor, { lane: "cust", moment: "m2", title: "New" });
  focus("c1");
  undo.run(editor);
  expect(editor.state.value.step.has(id!)).toBe(false);
  expect(editor.session.focus.value).toEqual({ on: "cell", lane: "cust", moment: "m2", step: null });
  redo.run(editor);
  expect(editor.session.focus.value).toMatchObject({ step: id });
});

it("says so where there is nothing to take back", () => {
  undo.run(editor);
  expect(notices()).toEqual([]);
  expect(editor.session.announcement.value).toBe("Rien à annuler");
});
