// @vitest-environment jsdom
/** The table: walked by keys, edited in place, each edit one change that can be undone. */
import { beforeEach, expect, it } from "vitest";
import { undo } from "../../../src/actions/verbs/undo";
import { Table } from "../../../src/views/table/Table";
import { click, open, press, settle, stillTime, text, thing, type, type Page } from "../page";

stillTime();
beforeEach(() => localStorage.clear());

const page = (): Promise<Page> => open((editor) => <Table editor={editor} />);
const cell = (row: string, column: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-row-id="${row}"] > [data-column="${column}"]`);
  if (found === null) throw new Error(`${row} ${column}`);
  return found;
};
const input = (): HTMLInputElement => {
  const found = document.querySelector<HTMLInputElement>(".cell-editor input, .cell-editor select");
  if (found === null) throw new Error("nothing is typed");
  return found;
};
const order = (): (string | undefined)[] =>
  [...document.querySelectorAll<HTMLElement>("tbody > tr")].map((row) => row.dataset.rowId);

it("one cell is reached by Tab; arrows walk, and the commands follow the row", async () => {
  const { editor } = await page();
  expect(document.querySelectorAll('tbody [tabindex="0"]')).toHaveLength(1);
  const [first = "", second = ""] = order();
  cell(first, "title").focus();
  await press(cell(first, "title"), "ArrowDown");
  expect(document.activeElement).toBe(cell(second, "title"));
  expect(editor.session.focus.value).toMatchObject({ on: "cell", step: second });
  await press(cell(second, "title"), "ArrowRight");
  expect(document.activeElement).toBe(cell(second, "moment"));
  expect(document.querySelectorAll('tbody [tabindex="0"]')).toHaveLength(1);
});

it("typing replaces, Enter keeps it as one change and goes down, undo brings it back", async () => {
  const { editor } = await page();
  const before = editor.state.value.step.get("f1")?.title;
  cell("f1", "title").focus();
  await press(cell("f1", "title"), "N");
  await type(input(), "New words");
  await press(input(), "Enter");
  expect(editor.state.value.step.get("f1")?.title).toBe("New words");
  expect(document.querySelector(".cell-editor")).toBeNull();
  expect(document.activeElement?.getAttribute("data-column")).toBe("title");
  undo.run(editor);
  await settle();
  expect(editor.state.value.step.get("f1")?.title).toBe(before);
});

it("Escape leaves a cell as it was; what can't be read stays open and says why", async () => {
  const { editor } = await page();
  cell("f1", "work_min").focus();
  await press(cell("f1", "work_min"), "F2");
  await type(input(), "soon");
  await press(input(), "Enter");
  expect(input().getAttribute("aria-invalid")).toBe("true");
  expect(text(".field-problem")).not.toBe("");
  await press(input(), "Escape");
  expect(editor.state.value.step.get("f1")?.work_min ?? null).toBeNull();
  expect(document.activeElement).toBe(cell("f1", "work_min"));
  await press(cell("f1", "work_min"), "1");
  await type(input(), "1 h 30");
  await press(input(), "Tab");
  expect(editor.state.value.step.get("f1")?.work_min).toBe(90);
  expect(document.activeElement).toBe(cell("f1", "wait_min"));
});

it("tools are written as words, made where they are not there, in one change", async () => {
  const { editor } = await page();
  cell("f1", "tools").focus();
  await press(cell("f1", "tools"), "Enter");
  await type(input(), "Till, Pager x2");
  await press(input(), "Enter");
  expect(text('[data-row-id="f1"] > [data-column="tools"]')).toBe("Till, Pager\u00a0×2");
  undo.run(editor);
  await settle();
  expect([...editor.state.value.tool.values()].some(({ title }) => title === "Pager")).toBe(false);
});

it("choices: a moment of truth by a key, a lane from a list", async () => {
  const { editor } = await page();
  cell("c1", "moment_of_truth").focus();
  await press(cell("c1", "moment_of_truth"), " ");
  expect(editor.state.value.step.get("c1")?.moment_of_truth).toBe(true);
  const lanes = editor.sheet.value.lanes;
  const to = lanes.findIndex(({ id }) => id !== editor.state.value.step.get("c1")?.lane);
  await press(cell("c1", "lane"), "Enter");
  const list = input();
  list.value = String(to);
  list.dispatchEvent(new Event("change", { bubbles: true }));
  await press(list, "Enter");
  expect(editor.state.value.step.get("c1")?.lane).toBe(lanes[to]?.id);
});

it("sorts by a column and says so; an edit moves no row under one's hands", async () => {
  await page();
  await click(thing("Step", ".table-sort"));
  expect(document.querySelector("th.c-title")?.getAttribute("aria-sort")).toBe("ascending");
  const before = order();
  cell(before[0] ?? "", "title").focus();
  await press(cell(before[0] ?? "", "title"), "Z");
  await type(input(), "Zz last");
  await press(input(), "Enter");
  expect(order()).toEqual(before);
  await click(thing("Step", ".table-sort"));
  expect(document.querySelector("th.c-title")?.getAttribute("aria-sort")).toBe("descending");
  expect(order()[0]).toBe(before[0]);
});

it("finds by words and says how many", async () => {
  const { editor } = await page();
  const all = order().length;
  const find = document.querySelector<HTMLInputElement>(".table-find");
  if (find === null) throw new Error("no field");
  await type(find, editor.state.value.step.get("f1")?.title ?? "");
  await settle(300);
  expect(order()).toEqual(["f1"]);
  expect(text(".table-count")).toBe(`1 step of ${all}`);
  await click(thing("Show all"));
  expect(order()).toHaveLength(all);
});

it("a step is added at the foot, linked by name and deleted", async () => {
  const { editor } = await page();
  const title = document.querySelector<HTMLInputElement>("#table-new-title");
  if (title === null) throw new Error("no field");
  title.value = "Waves";
  title.form?.requestSubmit();
  await settle();
  const made = [...editor.state.value.step.values()].find((step) => step.title === "Waves")?.id ?? "";
  expect(order()).toContain(made);
  expect(title.value).toBe("");
  cell(made, "out").focus();
  await press(cell(made, "out"), "Enter");
  await type(input(), editor.state.value.step.get("f1")?.title ?? "");
  await press(input(), "Enter");
  expect([...editor.state.value.link.values()]).toContainEqual(
    expect.objectContaining({ source: made, target: "f1" }),
  );
  await press(input(), "Escape");
  await press(cell(made, "end"), "Enter");
  expect(editor.state.value.step.has(made)).toBe(false);
  expect(document.activeElement?.getAttribute("data-column")).toBe("end");
});
