// @vitest-environment jsdom
/** What stands beside the sheet follows it: after the frame while the keyboard is there, else at once. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Editor } from "../../../src/actions/editor";
import { set } from "../../../src/model/records";
import { page } from "../../../src/sync/page";
import { beside, type Beside } from "../../../src/views/shell/beside";
import { openTried } from "../../fake/editor";

let editor: Editor;
let aside: Beside;
/** Draws what waits for a frame. */
let draw: () => void;

beforeEach(async () => {
  const frames: (() => void)[] = [];
  vi.spyOn(page, "drawn").mockImplementation((run) => void frames.push(run));
  draw = () => frames.splice(0).forEach((run) => run());
  document.body.innerHTML = `
    <main data-region="sheet"><button id="card"></button></main>
    <aside data-region="panel"><button id="field"></button></aside>`;
  ({ editor } = await openTried());
  aside = beside(editor);
});
afterEach(() => {
  aside.end();
  vi.restoreAllMocks();
});
const press = (type: string): Event => new Event(type, { bubbles: true });
const focus = (id: string): void => document.getElementById(id)?.focus();
const rename = (title: string): unknown => editor.submit("Rename", [set("step", "f1", "title", title)]);
const title = ({ state }: Editor): string | undefined => state.value.step.get("f1")?.title;
const select = (...ids: string[]): void => void (editor.session.selection.value = new Set(ids));
const selected = ({ session }: Editor): string => [...session.selection.value].join();

describe("while the keyboard is on the sheet", () => {
  beforeEach(() => focus("card"));

  it("follows once the edit is drawn there, records and selection together", () => {
    const before = title(editor);
    rename("Other");
    select("f1");
    expect([title(aside.editor), selected(aside.editor)]).toEqual([before, ""]);
    draw();
    expect([title(aside.editor), selected(aside.editor)]).toEqual(["Other", "f1"]);
  });

  it.each([
    ["the focus comes over", () => focus("field")],
    [
      "the pointer is pressed there",
      () => document.getElementById("field")?.dispatchEvent(press("pointerdown")),
    ],
    ["a key leads there", () => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "F6" }))],
  ])("follows at once when %s", (_how, come) => {
    rename("Other");
    come();
    expect(title(aside.editor)).toBe("Other");
  });

  it("waits where the pointer or a key stays on the sheet", () => {
    rename("Other");
    document.getElementById("card")?.dispatchEvent(press("pointerdown"));
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight" }));
    expect(title(aside.editor)).not.toBe("Other");
  });

  it("follows at once when something unfolds, which is about what is selected by then", () => {
    select("f1");
    editor.session.panel.value = { open: true, tab: "notes" };
    expect(selected(aside.editor)).toBe("f1");
  });

  it("selects for everybody at once", () => {
    aside.editor.session.selection.value = new Set(["f2"]);
    expect(selected(editor)).toBe("f2");
    draw();
    expect([selected(editor), selected(aside.editor)]).toEqual(["f2", "f2"]);
  });
});

it("follows at once while the keyboard is in a field of its own", () => {
  focus("field");
  rename("Other");
  expect(title(aside.editor)).toBe("Other");
});

it("is left alone once it ended", () => {
  focus("field");
  const before = title(aside.editor);
  aside.end();
  rename("Other");
  expect(title(aside.editor)).toBe(before);
});
