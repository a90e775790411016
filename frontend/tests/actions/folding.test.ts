// @vitest-environment jsdom
/** Folding is each person's own: by what one stands on, kept for the next page, never part of the blueprint. */
import { beforeEach, expect, it } from "vitest";
import { cardsTitles } from "../../src/actions/verbs/cards-titles";
import { densityToggle } from "../../src/actions/verbs/density-toggle";
import { foldNone } from "../../src/actions/verbs/fold-none";
import { foldSteps } from "../../src/actions/verbs/fold-steps";
import { foldToggle } from "../../src/actions/verbs/fold-toggle";
import { wallToggle } from "../../src/actions/verbs/wall-toggle";
import { foldedWidths } from "../../src/views/sheet/folds";
import { openTried } from "../fake/editor";

beforeEach(() => localStorage.clear());

it("folds the lane of an empty cell, the phase of a moment, the step of a card; again unfolds", async () => {
  const { editor, server } = await openTried();
  const { session, sheet, state } = editor;
  const before = server.seq;
  const [lane] = sheet.value.lanes;
  const [moment] = sheet.value.moments;
  const step = state.value.step.get("f1");
  if (lane === undefined || moment === undefined || step === undefined) throw new Error("no sheet");
  session.focus.value = { on: "cell", lane: lane.id, moment: moment.id, step: null };
  foldToggle.run(editor);
  session.focus.value = { on: "moment", id: moment.id };
  foldToggle.run(editor);
  session.focus.value = { on: "cell", lane: step.lane, moment: step.moment, step: step.id };
  foldToggle.run(editor);
  expect(session.folded.value).toEqual(new Set([lane.id, moment.phase, "f1"]));
  expect(session.announcement.value).toContain(step.title);
  foldToggle.run(editor);
  expect(session.folded.value.has("f1")).toBe(false);
  expect(server.seq).toBe(before);
});

it("the next page is folded as this one was, until all is unfolded", async () => {
  const { editor } = await openTried();
  foldSteps.run(editor);
  expect(foldSteps.enabled(editor)).toBe(false);
  const next = await openTried();
  expect(next.editor.session.folded.value.size).toBe(editor.state.value.step.size);
  foldNone.run(next.editor);
  expect((await openTried()).editor.session.folded.value.size).toBe(0);
});

it("moments of a folded phase are narrow, whatever width they had", async () => {
  const { editor } = await openTried();
  const widths = foldedWidths(editor);
  expect(widths.value).toBe(editor.session.widths.value);
  const [span] = editor.sheet.value.phases;
  foldToggle.run(editor, [span?.phase.id ?? ""]);
  for (const { id } of span?.moments ?? []) expect(widths.value.get(id)).toBeLessThan(50);
});

it("density, bare titles and the wall are a key away and back", async () => {
  const { editor } = await openTried();
  const { look, wall } = editor.session;
  densityToggle.run(editor);
  expect(look.value).toMatchObject({ density: "compact", facts: false, times: true, tools: true });
  cardsTitles.run(editor);
  expect(look.value).toMatchObject({ times: false, facts: false, tools: false, words: false });
  cardsTitles.run(editor);
  expect(look.value).toMatchObject({ times: true, tools: true, density: "compact" });
  densityToggle.run(editor);
  expect(look.value).toMatchObject({ density: "comfortable", facts: true });
  wallToggle.run(editor);
  expect(wall.value).toBe(true);
});
