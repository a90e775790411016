// @vitest-environment jsdom
/** The search in the sheet: what it finds where, how it goes on, and where it leads when it closes. */
import { expect, it } from "vitest";
import { findOpen } from "../../../src/actions/verbs/find-open";
import { apply } from "../../../src/model/apply";
import { put, set, type Op } from "../../../src/model/records";
import { Find } from "../../../src/views/find/Find";
import { findIn } from "../../../src/views/find/matches";
import { listen } from "../../../src/views/shell/keys";
import { click, open, press, settle, shop, stillTime, text, thing, type, type Page } from "../page";

stillTime();
const state = apply(shop(), [
  set("step", "c1", "said", "Où est mon colis ?"),
  put("note", { id: "n1", on: "f1", text: "Colis souvent égaré" }),
  put("use", { id: "u1", step: "f1", tool: "till" }),
  set("step", "f1", "actor", "ann"),
] as Op[]).state;

async function find(language: "fr" | "en" = "en"): Promise<Page & { field: HTMLInputElement }> {
  const page = await open((editor) => <Find editor={editor} />, { language, state });
  findOpen.run(page.editor);
  await settle();
  return { ...page, field: document.querySelector<HTMLInputElement>(".find input")! };
}
const said = (): string => text(".find [role=status]");

it("finds titles, words, notes, tools and people, without accents", async () => {
  const { editor } = await find();
  const ids = (query: string): string[] =>
    findIn(editor, query).map(({ on, id, part }) => `${on} ${id} ${part}`.trim());
  expect(ids("asks")).toEqual(["step c1"]);
  expect(ids("ou est")).toEqual(["step c1 in what is said"]);
  expect(ids("COLIS")).toEqual(["step c1 in what is said", "step f1 in a note"]);
  expect(ids("till")).toEqual(["step f1 in the tools"]);
  expect(ids("ann")).toEqual(["step f1 in who does it"]);
  expect(ids("counter")).toEqual(["lane front"]);
  expect(ids("  ")).toEqual([]);
});

it("counts, goes round, brings each into sight, and leads to the card when it closes", async () => {
  const { editor, field } = await find("fr");
  await type(field, "colis");
  expect(said()).toBe("1 sur 2, Asks, dans ce qui est dit");
  expect(editor.session.focus.value).toMatchObject({ step: "c1" });
  expect([...editor.session.selection.value]).toEqual(["c1"]); // so the panel is about it
  await press(field, "Enter");
  expect(said()).toContain("2 sur 2, Answers");
  await press(document.body, "F3");
  expect(said()).toContain("1 sur 2");
  await press(field, "Enter", { shiftKey: true });
  expect(editor.session.focus.value).toMatchObject({ step: "f1" });
  await press(field, "Escape");
  await settle();
  expect(document.querySelector(".find")).toBeNull();
  expect([...editor.session.selection.value]).toEqual(["f1"]);
});

it("opens by Ctrl+F from anywhere, remembers what was searched for, and says where nothing is found", async () => {
  const { editor, field } = await find();
  const end = listen(editor);
  await type(field, "zzz");
  expect(said()).toBe("nothing found");
  await click(thing("", '[aria-label="Close and go to what was found"]'));
  const other = document.body.appendChild(document.createElement("input"));
  await press(other, "f", { ctrlKey: true });
  const again = document.querySelector<HTMLInputElement>(".find input");
  expect(again?.value).toBe("zzz");
  expect(document.activeElement).toBe(again);
  other.remove();
  end();
});
