/** Verbs on phases, moments and lanes: adding, naming, reordering, removing; lanes over lines. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Editor } from "../../src/actions/editor";
import { blankToggle } from "../../src/actions/verbs/blank-toggle";
import { headerMove } from "../../src/actions/verbs/header-move";
import { headerPlace } from "../../src/actions/verbs/header-place";
import { headerRemove } from "../../src/actions/verbs/header-remove";
import { headerRename } from "../../src/actions/verbs/header-rename";
import { laneAdd } from "../../src/actions/verbs/lane-add";
import { momentAdd } from "../../src/actions/verbs/moment-add";
import { momentWrite } from "../../src/actions/verbs/moment-write";
import { phaseAdd } from "../../src/actions/verbs/phase-add";
import type { Direction } from "../../src/actions/verbs/step-move";
import { undo } from "../../src/actions/verbs/undo";
import { stateOf } from "../../src/model/apply";
import { put } from "../../src/model/records";
import { openTried } from "../fake/editor";

let editor: Editor;
beforeEach(async () => void ({ editor } = await openTried()));

const columns = (): Record<string, string[]> =>
  Object.fromEntries(
    editor.sheet.value.phases.map(({ phase, moments }) => [
      phase.title,
      moments.map((moment) => moment.title),
    ]),
  );
const rows = (): string[] => editor.sheet.value.lanes.map((lane) => `${lane.title}: ${lane.kind}`);
function move(on: "phase" | "moment" | "lane", id: string, ...directions: Direction[]): void {
  editor.session.focus.value = { on, id };
  for (const direction of directions) headerMove.run(editor, direction);
}

describe("columns", () => {
  it("adds a moment beside the focused one, in its phase, and begins to type its name", () => {
    editor.session.focus.value = { on: "moment", id: "m1" };
    const id = momentAdd.run(editor);
    expect(columns()).toEqual({ Choose: ["Ask", "New moment", "Wait"] });
    expect(editor.session.editing.value).toEqual({ on: "moment", id });
    headerRename.run(editor, { on: "moment", id: id ?? "" }, "Look");
    expect(columns()).toEqual({ Choose: ["Ask", "Look", "Wait"] });
  });

  it("adds a phase with a first moment; on an empty sheet a moment brings its phase", async () => {
    phaseAdd.run(editor, { title: "Pay" });
    expect(columns()).toEqual({ Choose: ["Ask", "Wait"], Pay: ["New moment"] });
    phaseAdd.run(editor, { title: "Look", after: "p1" });
    expect(Object.keys(columns())).toEqual(["Choose", "Look", "Pay"]);
    ({ editor } = await openTried(stateOf()));
    momentAdd.run(editor, { title: "First" });
    expect(columns()).toEqual({ "New phase": ["First"] });
  });

  it("names a moment's phase with it: its own where it is the first, a new one from there on", () => {
    momentWrite.run(editor, "m1", "Look > Asks");
    expect(columns()).toEqual({ Look: ["Asks", "Wait"] });
    const last = momentAdd.run(editor, { after: "m2", title: "Pays" });
    momentWrite.run(editor, "m2", "Decide > Waits");
    expect(columns()).toEqual({ Look: ["Asks"], Decide: ["Waits", "Pays"] });
    momentWrite.run(editor, last ?? "", "look > Pays");
    expect(columns()).toEqual({ Look: ["Asks", "Pays"], Decide: ["Waits"] });
    undo.run(editor);
    expect(columns()).toEqual({ Look: ["Asks"], Decide: ["Waits", "Pays"] });
    momentWrite.run(editor, "m1", "Shop -> desk");
    expect(columns()).toEqual({ Look: ["Shop -> desk"], Decide: ["Waits", "Pays"] });
    momentWrite.run(editor, "m1", "decide > Shop");
    expect(columns()).toEqual({ Look: [], Decide: ["Shop", "Waits", "Pays"] });
  });

  it("moves a moment within its phase, then over into the next one", () => {
    phaseAdd.run(editor, { title: "Pay" });
    move("moment", "m1", "right");
    expect(columns()).toEqual({ Choose: ["Wait", "Ask"], Pay: ["New moment"] });
    move("moment", "m1", "right");
    expect(columns()).toEqual({ Choose: ["Wait"], Pay: ["Ask", "New moment"] });
    move("moment", "m1", "right", "right");
    expect(columns()).toEqual({ Choose: ["Wait"], Pay: ["New moment", "Ask"] });
    move("moment", "m1", "left", "left");
    expect(columns()).toEqual({ Choose: ["Wait", "Ask"], Pay: ["New moment"] });
  });

  it("moves a phase with its moments; moments don't move up, and a dropped one goes where it is dropped", () => {
    const pay = phaseAdd.run(editor, { title: "Pay" }) ?? "";
    move("phase", pay, "left", "left");
    expect(columns()).toEqual({ Pay: ["New moment"], Choose: ["Ask", "Wait"] });
    move("moment", "m1", "up");
    headerPlace.run(editor, { on: "moment", id: "m2", phase: pay, before: null });
    expect(columns()).toEqual({ Pay: ["New moment", "Wait"], Choose: ["Ask"] });
  });

  it("removes a phase with moments and steps, says how many, and gives all back on undo", () => {
    headerRemove.run(editor, { on: "phase", id: "p1" });
    expect([editor.state.value.moment.size, editor.state.value.step.size]).toEqual([0, 0]);
    expect(editor.session.announcement.value).toBe("Deleted: Choose, with 2 steps. Ctrl+Z undoes it");
    editor.sync.undo();
    expect([
      editor.state.value.moment.size,
      editor.state.value.step.size,
      editor.state.value.link.size,
    ]).toEqual([2, 2, 1]);
  });
});

describe("rows", () => {
  it("adds a lane after the focused one, of its kind, or last of the kind that is asked for", () => {
    editor.session.focus.value = { on: "lane", id: "cust" };
    laneAdd.run(editor, { title: "Friend" });
    editor.session.focus.value = { on: "lane", id: "cust" };
    laneAdd.run(editor, { title: "Partner" });
    laneAdd.run(editor, { kind: "support" });
    expect(rows()).toEqual([
      "Customer: customer",
      "Partner: customer",
      "Friend: customer",
      "Counter: frontstage",
      "Support: support",
    ]);
  });

  it("moves among its kind, then takes on the next kind, one line at a time", () => {
    laneAdd.run(editor, { kind: "customer", title: "Friend" });
    move("lane", "cust", "down");
    expect(rows()).toEqual(["Friend: customer", "Customer: customer", "Counter: frontstage"]);
    move("lane", "cust", "down");
    expect(rows()).toEqual(["Friend: customer", "Customer: frontstage", "Counter: frontstage"]);
    expect(editor.session.announcement.value).toBe("Customer: frontstage, before the customer’s eyes");
    move("lane", "cust", "down", "down", "down", "down");
    expect(rows()).toEqual(["Friend: customer", "Counter: frontstage", "Customer: support"]);
    expect(editor.session.announcement.value).toBe("Edge of the sheet");
    move("lane", "cust", "up", "up");
    expect(rows()).toEqual(["Friend: customer", "Counter: frontstage", "Customer: frontstage"]);
  });
});

describe("cells", () => {
  it("marks a cell where nothing happens, and takes the mark away", () => {
    blankToggle.run(editor, { lane: "cust", moment: "m2" });
    expect(editor.sheet.value.blank("cust", "m2")).toBe(true);
    blankToggle.run(editor, { lane: "cust", moment: "m2" });
    expect(editor.sheet.value.blank("cust", "m2")).toBe(false);
  });

  it("two marks made at one time go together", () => {
    editor.submit("x", [
      put("blank", { id: "b1", lane: "cust", moment: "m2" }),
      put("blank", { id: "b2", lane: "cust", moment: "m2" }),
    ]);
    blankToggle.run(editor, { lane: "cust", moment: "m2" });
    expect(editor.state.value.blank.size).toBe(0);
  });
});
