/** From a key to what it does, where the focus stands. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { commandFor, keyLabel, keyOf, keysOf, learnLayout } from "../../src/actions/keyboard";
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

  it("with AltGr are signs that are typed, also where they come as Ctrl and Alt", () => {
    const held = { ctrlKey: true, altKey: true, getModifierState: (name: string) => name === "AltGraph" };
    expect(keyOf({ ...press("#"), ...held })).toBe("#");
  });

  it("stand for a digit or + where the layout has another sign there", () => {
    expect(keysOf({ ...press("à", { ctrlKey: true }), code: "Digit0" })).toEqual(["Mod+à", "Mod+0"]);
    expect(keysOf({ ...press("=", { altKey: true }), code: "Equal" })).toEqual(["Alt+=", "Alt++"]);
    expect(keysOf({ ...press("à"), code: "Digit0" })).toEqual(["à"]);
  });

  describe("on a Mac", () => {
    beforeEach(() => vi.stubGlobal("navigator", { platform: "MacIntel" }));
    afterEach(() => vi.unstubAllGlobals());

    it("with Option are the letter that the layout has there", () => {
      const option = (key: string, code: string) => ({ ...press(key, { altKey: true }), code });
      expect(keyOf(option("µ", "KeyM"))).toBe("Alt+m");
      expect(keyOf(option("Dead", "KeyN"))).toBe("Alt+n");
      expect(keyOf(option("≠", "Equal"))).toBe("Alt+=");
      expect(keyOf(option("ArrowUp", "ArrowUp"))).toBe("Alt+ArrowUp");
      learnLayout({ ...press("m"), code: "Semicolon" }); // as on a French keyboard
      expect(keyOf(option("µ", "Semicolon"))).toBe("Alt+m");
    });
  });

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

  it("leaves plain signs to typing in a cell and on a card, but for the help; commands have Alt", () => {
    const { session } = tried.editor;
    for (const step of [null, "c1"]) {
      session.focus.value = { on: "cell", lane: "cust", moment: step === null ? "m2" : "m1", step };
      expect(["p", "m", "0", "-", "+"].map((key) => run(press(key)))).toEqual(Array(5).fill(false));
      session.help.value = false;
      expect(run(press("?"))).toBe(true);
      expect(session.help.value).toBe(true);
    }
    expect(run(press("p", { altKey: true }))).toBe(true);
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

  it("changes the size also from a card, where + and - type", () => {
    const { session } = tried.editor;
    session.focus.value = { on: "cell", lane: "cust", moment: "m1", step: "c1" };
    expect(run(press("+", { ctrlKey: true }))).toBe(true);
    expect(session.zoom.value).toBe(1.25);
    run(press("-", { ctrlKey: true }));
    run(press("-", { ctrlKey: true }));
    expect(session.zoom.value).toBe(0.8);
  });

  it("undoes and redoes", () => {
    const { editor } = tried;
    editor.session.focus.value = { on: "cell", lane: "cust", moment: "m1", step: "c1" };
    expect(run(press("z", { ctrlKey: true }))).toBe(false); // nothing to undo
    run(press("m", { altKey: true }));
    expect(editor.state.value.step.get("c1")?.moment_of_truth).toBe(true);
    run(press("z", { ctrlKey: true }));
    expect(editor.state.value.step.get("c1")?.moment_of_truth).toBe(false);
    run(press("y", { ctrlKey: true }));
    expect(editor.state.value.step.get("c1")?.moment_of_truth).toBe(true);
  });
});
