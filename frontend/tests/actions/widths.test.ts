// @vitest-environment jsdom
/** Widths of columns are this person's, not the blueprint's: kept in the browser, never a change. */
import { beforeEach, expect, it } from "vitest";
import { columnResize } from "../../src/actions/verbs/column-resize";
import { NARROWEST, recallWidths } from "../../src/actions/widths";
import { createSession } from "../../src/actions/session";
import { openTried } from "../fake/editor";

beforeEach(() => localStorage.clear());

it("is kept for the next time, within limits, and is no change", async () => {
  const { editor } = await openTried();
  columnResize.run(editor, "m1", 320);
  columnResize.run(editor, "m2", 3);
  expect(editor.store.pending).toHaveLength(0);
  expect(editor.session.announcement.value).toContain(`${NARROWEST} pixels`);
  const later = createSession();
  recallWidths(later, "b1");
  expect([...later.widths.value]).toEqual([
    ["m1", 320],
    ["m2", NARROWEST],
  ]);
  recallWidths(later, "another");
  expect(later.widths.value.size).toBe(2);
});

it("is given back to the sheet, and forgotten", async () => {
  const { editor } = await openTried();
  columnResize.run(editor, "m1", 320);
  editor.session.focus.value = { on: "moment", id: "m1" };
  columnResize.run(editor);
  expect(editor.session.widths.value.size).toBe(0);
  expect(localStorage.length).toBe(0);
});
