// @vitest-environment jsdom
/** The palette finds actions and places by typing, runs what is chosen, and says why the rest can't. */
import { beforeEach, expect, it } from "vitest";
import { Palette } from "../../../src/views/palette/Palette";
import { paletteOpen } from "../../../src/actions/verbs/palette-open";
import { listen } from "../../../src/views/shell/keys";
import { click, open, press, settle, stillTime, text, thing, type, type Page } from "../page";

stillTime();
beforeEach(() => localStorage.clear());

async function palette(language: "fr" | "en" = "en"): Promise<Page & { field: HTMLInputElement }> {
  const page = await open((editor) => <Palette editor={editor} />, { language });
  paletteOpen.run(page.editor);
  await settle();
  return { ...page, field: document.querySelector<HTMLInputElement>("[role=combobox]")! };
}
const options = (): string[] =>
  [...document.querySelectorAll("[role=option] .palette-title")].map((one) => one.textContent);
const chosen = (): string => text('[aria-selected="true"] .palette-title');

it("opens by its key, from a field too", async () => {
  const page = await open((editor) => <Palette editor={editor} />);
  const end = listen(page.editor);
  const field = document.body.appendChild(document.createElement("input"));
  await press(field, "k", { ctrlKey: true });
  expect(document.querySelector(".palette")).not.toBeNull();
  field.remove();
  end();
});

it("shows what can be done, with its keys, and below what can't, with why", async () => {
  const { field } = await palette();
  expect(options()).toContain("Export as SVG");
  expect(thing("Export as SVG", "[role=option]").textContent).toContain("Ctrl+E");
  const greyed = thing("Delete the step", "[role=option]");
  expect(greyed.getAttribute("aria-disabled")).toBe("true");
  expect(greyed.textContent).toContain("select a step");
  expect(field.getAttribute("aria-activedescendant")).toBe(
    document.querySelector('[aria-selected="true"]')?.id,
  );
});

it("runs an action on what is selected, and offers it first the next time", async () => {
  const page = await palette("fr");
  await press(page.field, "Escape");
  page.editor.session.palette.value = false;
  page.editor.session.select(page.editor.state.value.step.get("f1")!);
  paletteOpen.run(page.editor);
  await settle();
  const field = document.querySelector<HTMLInputElement>("[role=combobox]")!;
  await type(field, "suppr etape");
  expect(chosen()).toBe("Supprimer l’étape");
  await press(field, "Enter");
  await settle();
  expect(page.editor.state.value.step.has("f1")).toBe(false);
  expect(document.querySelector(".palette")).toBeNull();
  page.editor.session.select(page.editor.state.value.step.get("c1")!);
  paletteOpen.run(page.editor);
  await settle();
  expect(text(".palette-group")).toBe("Récentes");
  expect(options()[0]).toBe("Supprimer l’étape");
});

it("leads to a step by its title and its lane, walked by arrows", async () => {
  const { editor, field } = await palette();
  const step = editor.state.value.step.get("f1")!;
  await type(field, "answers");
  expect(text('[role="status"]')).toMatch(/^\d+ suggestion/);
  expect(chosen()).toBe(step.title);
  await press(field, "ArrowUp");
  await press(field, "ArrowDown");
  expect(chosen()).toBe(step.title);
  await press(field, "Enter");
  await settle();
  expect([...editor.session.selection.value]).toEqual(["f1"]);
  expect(editor.session.focus.value).toMatchObject({ step: "f1" });
});

it("leads to lanes and moments", async () => {
  const { editor, field } = await palette();
  const lane = editor.sheet.value.lanes[0]!;
  await type(field, lane.title);
  await click(thing(lane.title, "[role=option]"));
  expect(editor.session.focus.value).toEqual({ on: "lane", id: lane.id });
});

it("says so where nothing answers", async () => {
  const { field } = await palette("fr");
  await type(field, "zzzz");
  expect(text(".palette-none")).toContain("zzzz");
  expect(field.hasAttribute("aria-activedescendant")).toBe(false);
  await press(field, "Enter");
});
