/** Facts of selected cards by one key each, and by shorthand on a card. */
import { beforeEach, describe, expect, it } from "vitest";
import { commandFor } from "../../src/actions/keyboard";
import { stepWrite } from "../../src/actions/verbs/step-write";
import { laneWrite } from "../../src/actions/verbs/lane-write";
import { openTried, type Tried } from "../fake/editor";

let tried: Tried;
const step = (id: string) => tried.editor.state.value.step.get(id);
const press = (key: string): void =>
  commandFor(tried.editor, { key, altKey: true, ctrlKey: false, metaKey: false, shiftKey: false })?.();

beforeEach(async () => {
  tried = await openTried();
  tried.editor.session.select(step("f1") ?? null);
});

describe("by key", () => {
  it("sets what the key says, and says it", () => {
    const { session } = tried.editor;
    press("a");
    expect([step("f1")?.kind, session.announcement.value]).toEqual(["approval", "Answers: approval"]);
    press("d");
    expect(step("f1")?.kind).toBe("decision");
    press("d");
    expect(step("f1")?.kind).toBe("action");
    for (const decides of ["asks", "within-limits", "alone", null]) {
      press("q");
      expect(step("f1")?.decides).toBe(decides);
    }
    for (const basis of ["observed", "proposed", "assumed"]) {
      press("b");
      expect(step("f1")?.basis).toBe(basis);
    }
    for (const recovery of ["none", "possible", null]) {
      press("r");
      expect(step("f1")?.recovery).toBe(recovery);
    }
    for (const [key, emotion] of [
      ["-", -1],
      ["-", -2],
      ["PageDown", -2],
      ["+", -1],
      ["PageUp", 0],
      ["0", null],
    ] as const) {
      press(key);
      expect(step("f1")?.emotion).toBe(emotion);
    }
    press("s");
    expect(session.editing.value).toEqual({ on: "step", id: "f1", more: true });
  });

  it("sets all that are selected alike, in one change", () => {
    const { editor } = tried;
    editor.session.selection.value = new Set(["c1", "f1"]);
    press("q");
    expect([step("c1")?.decides, step("f1")?.decides]).toEqual(["asks", "asks"]);
    expect(editor.session.announcement.value).toBe("2 steps: has to ask");
    editor.sync.undo();
    expect([step("c1")?.decides, step("f1")?.decides]).toEqual([null, null]);
  });
});

describe("by shorthand on a card", () => {
  it("changes what is said and keeps the title, in one change", () => {
    const { editor } = tried;
    stepWrite.run(editor, { id: "f1" }, "#Till #till #CRM:4s /q /m :(");
    expect(step("f1")).toMatchObject({ title: "Answers", decides: "asks", stakes: "minor", emotion: -1 });
    const uses = () => [...editor.state.value.use.values()].map(({ times }) => times);
    expect(uses()).toEqual([2, 1]);
    stepWrite.run(editor, { id: "f1" }, "Replies #CRM:6s #till*3");
    expect([step("f1")?.title, uses()]).toEqual(["Replies", [3, 1]]);
    expect([...editor.state.value.tool.values()].map((tool) => tool.latency_s)).toEqual([null, 6]);
    editor.sync.undo();
    editor.sync.undo();
    expect([editor.state.value.tool.size, step("f1")?.decides]).toEqual([0, null]);
  });

  it("links by title and sets the share of the only link in", () => {
    const { editor } = tried;
    stepWrite.run(editor, { id: "f1" }, "25% ->as");
    const links = [...editor.state.value.link.values()].map(({ source, target, share }) => [
      source,
      target,
      share,
    ]);
    expect(links).toEqual([
      ["c1", "f1", 0.25],
      ["f1", "c1", null],
    ]);
    stepWrite.run(editor, { id: "c1" }, "Asks ->nobody @Ann");
    expect(step("c1")?.title).toBe("Asks ->nobody");
  });

  it("says who does a lane, and how many they are", () => {
    const { editor } = tried;
    laneWrite.run(editor, "front", "On stage @Ann:6");
    const lane = editor.state.value.lane.get("front");
    expect(lane?.title).toBe("On stage");
    expect(editor.state.value.actor.get(lane?.actor ?? "")).toMatchObject({
      title: "Ann",
      headcount: 6,
      side: "employee",
    });
    stepWrite.run(editor, { id: "f1" }, "@ann");
    expect(step("f1")?.actor).toBeNull(); // the lane's
  });
});
