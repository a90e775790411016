/** From a key to what it does, where the focus stands. */
import { beforeEach, describe, expect, it } from "vitest";
import { commandFor, keyLabel, keyOf } from "../../src/actions/keyboard";
import { setLanguage } from "../../src/text";
import { cards, openTried, type Tried } from "../fake/editor";

const press = (key: string, held: Partial<Record<"ctrlKey" | "altKey" | "shiftKey", boolean>> = {}) =>
  ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }) as const;

describe("keys", () => {
  it.each([
    [press("z", { ctrlKey: true }), "Mod+z"],
    [press("Z", { ctrlKey: true, shiftKey: true }), "Mod+Shift+z"],
    [press("?", { shiftKey: true }), "?"],
    [press("+", { shiftKey: true }), "+"],
    [press("L"), "l"],
    [press("ArrowUp", { altKey: true }), "Alt+ArrowUp"],
    [press("F2"), "F2"],
  ])("%j is %s", (pressed, name) => expect(keyOf(pressed)).toBe(name));

  it("are written as on the reader’s keyboard", () => {
    setLanguage("fr");
    expect(["Mod+Shift+z", "Delete", "Mod+ArrowLeft", "+", "?"].map(keyLabel)).toEqual([
      "Ctrl+Maj+Z",
      "Suppr",
      "Ctrl+←",
      "+",
      "?",
    ]);
    setLanguage("en");
    expect(keyLabel("Delete")).toBe("Del");
  });
});

describe("what a key does", () => {
  let tried: Tried;
  const run = (pressed: ReturnType<typeof press>): boolean => {
    const command = commandFor(tried.editor, pressed);
    command?.();
    return command !== null;
  };
  beforeEach(async () => void (tried = await openTried()));

  it("depends on what is focused: Delete takes a card, a link, a column, or marks an empty cell", () => {
    const { editor } = tried;
    const { session } = editor;
    session.focus.value = { on: "cell", lane: "cust", moment: "m2", step: null };
    expect(run(press("Delete"))).toBe(true);
    expect(editor.sheet.value.blank("cust", "m2")).toBe(true);
    session.focus.value = { on: "cell", lane: "cust", moment: "m1", step: "c1" };
    session.selectedLink.value = "k1";
    run(press("Delete"));
    expect([editor.state.value.link.size, editor.state.value.step.size]).toEqual([0, 2]);
    run(press("Delete"));
    expect(cards(editor)).toEqual({ "Counter Wait": ["Answers"] });
    session.focus.value = { on: "moment", id: "m2" };
    run(press("Delete"));
    expect(cards(editor)).toEqual({});
    expect(editor.sheet.value.moments.map((moment) => moment.title)).toEqual(["Ask"]);
  });

  it("types in an empty cell instead of running letters", () => {
    const { session } = tried.editor;
    session.focus.value = { on: "cell", lane: "cust", moment: "m2", step: null };
    expect(["p", "m", "?", "+"].map((key) => run(press(key)))).toEqual([false, false, false, false]);
    session.focus.value = null;
    expect(run(press("p"))).toBe(true);
    expect(session.panel.value.open).toBe(false);
  });

  it("+ adds beside a header, and enlarges elsewhere", () => {
    const { session, sheet } = tried.editor;
    session.focus.value = { on: "moment", id: "m1" };
    run(press("+"));
    expect(sheet.value.moments.map((moment) => moment.title)).toEqual(["Ask", "New moment", "Wait"]);
    session.focus.value = null;
    run(press("+"));
    expect(session.zoom.value).toBe(1.25);
  });

  it("undoes and redoes", () => {
    const { editor } = tried;
    editor.session.focus.value = { on: "cell", lane: "cust", moment: "m1", step: "c1" };
    expect(run(press("z", { ctrlKey: true }))).toBe(false); // nothing to undo
    run(press("m"));
    expect(editor.state.value.step.get("c1")?.moment_of_truth).toBe(true);
    run(press("z", { ctrlKey: true }));
    expect(editor.state.value.step.get("c1")?.moment_of_truth).toBe(false);
    run(press("y", { ctrlKey: true }));
    expect(editor.state.value.step.get("c1")?.moment_of_truth).toBe(true);
  });
});
