// @vitest-environment jsdom
/** The switch between the views of one blueprint, and what of it the address and this browser keep. */
import { beforeEach, expect, it } from "vitest";
import { changeLook, viewsOf } from "../../../src/actions/look";
import { fieldSet } from "../../../src/actions/verbs/field-set";
import { viewNext } from "../../../src/actions/verbs/view-next";
import { BLUEPRINT } from "../../../src/model/records";
import { followAddress } from "../../../src/views/shell/address";
import { Views } from "../../../src/views/shell/Views";
import { click, open, press, settle, stillTime, thing, type Page } from "../page";

stillTime();
beforeEach(() => {
  localStorage.clear();
  history.replaceState(null, "", "/blueprints/b/");
});

const page = (): Promise<Page> => open((editor) => <Views editor={editor} />);
const checked = (): string | undefined =>
  document.querySelector('[role="radio"][aria-checked="true"]')?.textContent;

it("one radio is the view that is shown; arrows go round and the focus follows", async () => {
  const { editor } = await page();
  expect(checked()).toBe("Blueprint");
  await press(thing("Blueprint", "[role=radio]"), "ArrowRight");
  expect(editor.session.view.value).toBe("mirror");
  expect(checked()).toBe("Mirror");
  expect(document.activeElement?.textContent).toBe("Mirror");
  // Nothing to compare with: it is left out.
  await press(thing("Mirror", "[role=radio]"), "ArrowLeft");
  await press(thing("Blueprint", "[role=radio]"), "ArrowLeft");
  expect(editor.session.view.value).toBe("table");
});

it("a target offers what it is compared with from the first look, a sheet that stands alone never does", async () => {
  const { editor } = await page();
  const offered = (): readonly string[] => viewsOf(editor);
  expect(offered()).not.toContain("compare");
  fieldSet.run(editor, { type: "blueprint", id: BLUEPRINT, field: "as_is", value: "a" });
  expect(offered()).toContain("compare");
  editor.twins.value = null; // the other one is gone
  expect(offered()).not.toContain("compare");
});

it("the next view comes by its key, and is said", async () => {
  const { editor } = await page();
  viewNext.run(editor);
  expect(editor.session.announcement.value).toContain("Mirror");
  viewNext.run(editor);
  viewNext.run(editor);
  expect(editor.session.view.value).toBe("blueprint");
});

it("the address holds the view; going back shows the one before", async () => {
  history.replaceState(null, "", "/blueprints/b/#table");
  const { editor } = await page();
  const end = followAddress(editor.session);
  expect(editor.session.view.value).toBe("table");
  editor.session.view.value = "blueprint";
  expect(location.hash).toBe("");
  editor.session.view.value = "mirror";
  expect(location.hash).toBe("#mirror");
  history.back();
  await settle();
  expect(editor.session.view.value).toBe("blueprint");
  end();
});

it("the menu says what is shown, and stays for several choices", async () => {
  const { editor } = await page();
  await click(thing("View"));
  const compact = thing("Compact", "[role=menuitemradio]");
  expect(compact.getAttribute("aria-checked")).toBe("false");
  await click(compact);
  expect(editor.session.look.value.density).toBe("compact");
  await click(thing("✓Tools", "[role=menuitemcheckbox]"));
  expect(editor.session.look.value.tools).toBe(false);
  await press(compact, "Escape");
  expect(document.querySelector('[role="menuitemradio"]')).toBeNull();
});

it("the next page looks as this one did", async () => {
  const first = await page();
  changeLook(first.editor, { density: "compact", words: true });
  const second = await page();
  expect(second.editor.session.look.value).toMatchObject({ density: "compact", words: true, times: true });
});
