// @vitest-environment jsdom
/** Typing in the panel: when a text becomes a change, and how others' edits leave it alone. */
import { describe, expect, it } from "vitest";
import { set } from "../../../src/model/records";
import { PAUSE } from "../../../src/views/panel/controls/draft";
import { Panel } from "../../../src/views/panel/Panel";
import { click, field, leave, open, press, settle, stillTime, text, thing, type, type Page } from "../page";

stillTime();

async function atStep(id = "f1"): Promise<Page> {
  const page = await open((editor) => <Panel editor={editor} />);
  page.editor.session.select(page.server.state.step.get(id) ?? null);
  await settle();
  return page;
}
const work = ({ server }: Page): unknown => server.state.step.get("f1")?.work_min;

describe("a duration", () => {
  it("becomes one change on Enter, and shows as it is read", async () => {
    const page = await atStep();
    expect(field("Work").value).toBe("");
    expect(field("Work").placeholder).toBe("unknown");
    await type(field("Work"), "1 h 30");
    await press(field("Work"), "Enter");
    expect(work(page)).toBe(90);
    expect(page.server.log).toHaveLength(1);
    expect(field("Work").value).toBe("1\u00a0h\u00a030\u00a0min");
  });

  it("says while it is typed how it is read, and no more once it is taken", async () => {
    await atStep();
    const said = (): string =>
      field("Work").closest(".form-field")!.querySelector("[role=status]")!.textContent;
    await type(field("Work"), "1:30");
    expect(said()).toBe("understood: 1\u00a0h\u00a030\u00a0min");
    await type(field("Work"), "2 min");
    expect(said()).toBe("");
    await type(field("Work"), "90");
    expect(said()).toContain("1\u00a0h\u00a030");
    await press(field("Work"), "Enter");
    expect(said()).toBe("");
  });

  it("becomes a change on leaving, and after a pause without a key", async () => {
    const page = await atStep();
    await type(field("Work"), "5");
    await leave(field("Work"));
    expect(work(page)).toBe(5);
    await type(field("Work"), "6");
    await settle(PAUSE / 2);
    expect(work(page)).toBe(5);
    await settle(PAUSE);
    expect(work(page)).toBe(6);
    expect(field("Work").value).toBe("6"); // not rewritten under the fingers
    expect(page.server.log).toHaveLength(2);
  });

  it("returns to unknown when it is emptied", async () => {
    const page = await atStep();
    page.editor.submit("", [set("step", "f1", "work_min", 4)]);
    await settle();
    await type(field("Work"), "");
    await press(field("Work"), "Enter");
    expect(work(page)).toBeNull();
  });

  it("goes back on Escape, also when a pause had committed it", async () => {
    const page = await atStep();
    page.editor.submit("", [set("step", "f1", "work_min", 4)]);
    await settle();
    await type(field("Work"), "9");
    await press(field("Work"), "Escape");
    expect(field("Work").value).toBe("4\u00a0min");
    expect(work(page)).toBe(4);
    await type(field("Work"), "9");
    await settle(PAUSE * 2);
    expect(work(page)).toBe(9);
    await press(field("Work"), "Escape");
    expect(work(page)).toBe(4);
    expect(field("Work").value).toBe("4\u00a0min");
  });

  it("that makes no sense is told and never sent, and what stood there stays until it is mended", async () => {
    const page = await atStep();
    await type(field("Work"), "soon");
    await settle(PAUSE * 2);
    expect(field("Work").getAttribute("aria-invalid")).toBe("false"); // still typing
    await leave(field("Work"));
    expect(field("Work").getAttribute("aria-invalid")).toBe("true");
    expect(text(".field-problem")).toContain("2\u00a0min");
    expect(field("Work").value).toBe("soon");
    expect(page.server.log).toHaveLength(0);
    await type(field("Work"), "2");
    await leave(field("Work"));
    expect(document.querySelector(".field-problem")).toBeNull();
    expect(work(page)).toBe(2);
  });

  it("that is merely visited changes nothing", async () => {
    const page = await atStep();
    field("Work").focus();
    await leave(field("Work"));
    expect(page.server.log).toHaveLength(0);
  });
});

describe("edits of others", () => {
  const bob = (page: Page, title: string): unknown =>
    page.server.post("bob", { id: title, label: "", ops: [set("step", "f1", "title", title)] });

  it("leave a text that is being typed alone; it wins when it is committed", async () => {
    const page = await atStep();
    await type(field("Title"), "Answers at on");
    bob(page, "Bob’s title");
    await settle(PAUSE - 100);
    expect(field("Title").value).toBe("Answers at on");
    await type(field("Title"), "Answers at once");
    await press(field("Title"), "Enter");
    await settle(4000);
    expect(page.server.state.step.get("f1")?.title).toBe("Answers at once");
  });

  it("show in a field that has the focus and holds nothing new, and leave the caret where it is", async () => {
    const page = await atStep();
    field("Title").focus();
    field("Title").setSelectionRange(3, 3);
    bob(page, "Answers quickly");
    await settle(4000);
    expect(field("Title").value).toBe("Answers quickly");
    expect(field("Title").selectionStart).toBe(3);
    await leave(field("Title"));
    expect(page.server.state.step.get("f1")?.title).toBe("Answers quickly");
  });
});

it("what was typed goes to the step it was typed for when another one is chosen", async () => {
  const page = await atStep();
  await type(field("Work"), "7");
  page.editor.session.select(page.server.state.step.get("c1") ?? null);
  await settle();
  expect(work(page)).toBe(7);
  expect(page.server.state.step.get("c1")?.work_min).toBeNull();
});

it("a page that goes away commits what was typed", async () => {
  const page = await atStep();
  await type(field("Work"), "7");
  window.dispatchEvent(new Event("pagehide"));
  expect(page.editor.state.value.step.get("f1")?.work_min).toBe(7);
});

it("a title can't be emptied, and one that was pasted with line breaks is one line", async () => {
  const page = await atStep();
  await type(field("Title"), "  ");
  await press(field("Title"), "Enter");
  expect(text(".field-problem")).not.toBe("");
  await type(field("Title"), "Answers\n  twice ");
  await press(field("Title"), "Enter");
  expect(page.server.state.step.get("f1")?.title).toBe("Answers twice");
});

it("radios that arrows run through make one change, the one they stop on", async () => {
  const page = await atStep();
  const radios = [...document.querySelectorAll<HTMLInputElement>(".emotions input")];
  for (const radio of radios.slice(0, 3)) {
    radio.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true }));
    radio.checked = true;
    radio.dispatchEvent(new Event("change", { bubbles: true }));
    await settle(100);
  }
  await settle(600);
  expect(page.server.state.step.get("f1")?.emotion).toBe(0);
  expect(page.server.log).toHaveLength(1);
  await click(thing("?", ".emotions .choice"));
  expect(page.server.state.step.get("f1")?.emotion).toBeNull();
});

it("Escape in the panel leads back to the card, where no text is to be taken back", async () => {
  await atStep();
  const card = document.createElement("div");
  card.tabIndex = 0;
  card.dataset.step = "f1";
  document.body.append(card);
  field("Work").focus();
  await press(field("Work"), "Escape");
  expect(document.activeElement).toBe(card);
  card.remove();
});
