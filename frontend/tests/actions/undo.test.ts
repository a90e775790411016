// @vitest-environment jsdom
/** Whatever a verb does to the document, undo takes back whole and redo makes again. */
import { expect, it } from "vitest";
import type { Editor } from "../../src/actions/editor";
import { offers } from "../../src/actions/offers";
import type { State } from "../../src/model/records";
import { randomEdit } from "../fake/edits";
import { openTried } from "../fake/editor";
import { random } from "../fake/random";

/** What leaves the page or asks the server is not of the history. */
const ELSEWHERE = /^(export|target|compare|undo|redo|interview)/;

const plain = (state: State): unknown =>
  Object.fromEntries(Object.entries(state).map(([type, records]) => [type, Object.fromEntries(records)]));

/** A card, a header or a link, or an empty cell, as a person might stand there. */
function stand(editor: Editor, pick: (n: number) => number): void {
  const { session, state, sheet } = editor;
  const any = <V>(map: ReadonlyMap<string, V>): V | undefined => [...map.values()][pick(map.size || 1)];
  session.select(null);
  const [step, lane, moment, link] = [
    any(state.value.step),
    any(state.value.lane),
    any(state.value.moment),
    any(state.value.link),
  ];
  switch (pick(4)) {
    case 0:
      if (link !== undefined) session.selectedLink.value = link.id;
      break;
    case 1:
      if (lane !== undefined) session.focus.value = { on: "lane", id: lane.id };
      break;
    case 2:
      if (lane !== undefined && moment !== undefined && sheet.value.cell(lane.id, moment.id).length === 0)
        session.focus.value = { on: "cell", lane: lane.id, moment: moment.id, step: null };
      break;
    default:
      if (step !== undefined) session.select(step);
  }
}

it.each([1, 2, 3])("every verb, from random states and places (seed %i)", async (seed) => {
  const pick = random(seed);
  const { editor } = await openTried();
  let changed = 0;
  for (let round = 0; round < 60; round++) {
    const edit = randomEdit(editor.state.value, pick);
    if (edit.length > 0) editor.submit("Edit", edit);
    stand(editor, pick);
    const able = offers().filter(
      ({ id, action }) => !ELSEWHERE.test(id) && action.group !== "view" && action.enabled(editor),
    );
    const offer = able[pick(able.length || 1)];
    if (offer === undefined) continue;
    const before = plain(editor.state.value);
    void offer.action.run(editor, ...offer.args);
    editor.session.editing.value = null;
    const after = plain(editor.state.value);
    if (JSON.stringify(after) === JSON.stringify(before)) continue;
    changed++;
    editor.sync.undo();
    expect(plain(editor.state.value), `undo of ${offer.id}`).toEqual(before);
    editor.sync.redo();
    expect(plain(editor.state.value), `redo of ${offer.id}`).toEqual(after);
  }
  expect(changed).toBeGreaterThan(10);
});
