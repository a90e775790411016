// @vitest-environment jsdom
/** The frame: safe or not, undo and redo, menu and help from the actions, keys of the page, notices. */
import { describe, expect, it } from "vitest";
import { set } from "../../../src/model/records";
import { Help } from "../../../src/views/shell/Help";
import { listen } from "../../../src/views/shell/keys";
import { Notices } from "../../../src/views/shell/Notices";
import { SavedBanner } from "../../../src/views/shell/Saved";
import { Skip } from "../../../src/views/shell/Skip";
import { TopBar } from "../../../src/views/shell/TopBar";
import { click, open, press, settle, stillTime, text, thing, type Page } from "../page";

stillTime();

const bar = (language: "fr" | "en" = "en"): Promise<Page> =>
  open(
    (editor) => (
      <>
        <TopBar editor={editor} />
        <SavedBanner editor={editor} />
        <Notices editor={editor} />
        <Help editor={editor} />
      </>
    ),
    { language },
  );
const rename = ({ editor }: Page, title: string): unknown =>
  editor.submit(`Rename to ${title}`, [set("step", "f1", "title", title)]);

describe("whether it is saved", () => {
  it("is never said before the answer", async () => {
    const page = await bar();
    expect(text(".saved")).toBe("saved");
    page.connection.delay = () => 500;
    rename(page, "One");
    await settle(400);
    expect(text(".saved")).toBe("saving…");
    await settle(2000);
    expect(text(".saved")).toBe("saved");
  });

  it("is told quietly while the server does not answer, and again when it does", async () => {
    const page = await bar("fr");
    page.connection.fate = () => "lost";
    rename(page, "One");
    rename(page, "Two");
    await settle(5000);
    expect(text(".banner")).toContain("2 modifications non enregistrées, nouvel essai…");
    expect(text(".saved")).toBe("2 non enregistrées");
    expect(document.querySelector(".saved svg")).toBeNull();
    page.connection.fate = () => "fine";
    await settle(20_000);
    expect(text(".banner")).toBe("");
    expect(text(".saved")).toBe("enregistré");
    expect(document.querySelector(".saved svg")).not.toBeNull();
  });
});

it("undo and redo say what they would take", async () => {
  const page = await bar();
  expect(thing("", '[aria-label="Nothing to undo"]').getAttribute("aria-disabled")).toBe("true");
  rename(page, "One");
  await settle();
  await click(thing("", '[aria-label="Undo: Rename to One “Answers”"]'));
  expect(page.editor.state.value.step.get("f1")?.title).toBe("Answers");
  await settle(500);
  await click(thing("", '[aria-label="Redo: Rename to One “Answers”"]'));
  expect(page.editor.state.value.step.get("f1")?.title).toBe("One");
});

describe("the menu", () => {
  it("offers what can be done now, and is walked by keys", async () => {
    const page = await bar();
    const button = thing("", ".menu > button");
    await click(button);
    expect(document.activeElement?.getAttribute("role")).toBe("menuitem");
    const items = (): string[] =>
      [...document.querySelectorAll("[role=menuitem] > span")].map((item) => item.textContent);
    expect(items()).toContain("Add a moment");
    expect(items()).not.toContain("Delete the step");
    expect(items()).not.toContain("Undo");
    await press(document.activeElement!, "Escape");
    expect(document.activeElement).toBe(button);

    page.editor.session.select(page.server.state.step.get("f1") ?? null);
    await settle();
    await click(button);
    expect(items()).toContain("Delete the step");
    for (
      let tries = 0;
      tries < 9 && !document.activeElement?.textContent.includes("Delete the step");
      tries++
    )
      await press(document.activeElement!, "d");
    expect(document.activeElement?.textContent).toContain("Delete the step");
    await click(document.activeElement as HTMLElement);
    expect(page.editor.state.value.step.has("f1")).toBe(false);
  });

  it("every offer runs without a word more", async () => {
    const page = await bar();
    page.editor.session.select(page.server.state.step.get("f1") ?? null);
    await settle();
    await click(thing("", ".menu > button"));
    const offers = document.querySelectorAll("[role=menuitem]").length;
    for (let at = 0; at < offers; at++) {
      if (document.querySelector("[role=menuitem]") === null) await click(thing("", ".menu > button"));
      const item = document.querySelectorAll<HTMLElement>("[role=menuitem]")[at];
      if (item !== undefined && !item.textContent.includes("Export")) await click(item);
    }
    expect(offers).toBeGreaterThan(8);
  });
});

describe("help", () => {
  it("lists the keys of every action and gesture", async () => {
    const page = await bar("fr");
    page.editor.session.help.value = true;
    await settle();
    const help = text(".shortcuts");
    for (const said of ["Renommer l’étape", "F2", "Ctrl+Z", "Passer à la zone suivante", "F6"]) {
      expect(help).toContain(said);
    }
    await click(thing("", ".shortcuts .icon-button"));
    expect(page.editor.session.help.value).toBe(false);
    expect(document.querySelector("dialog")).toBeNull();
  });
});

describe("keys of the page", () => {
  const region = (name: string, inner: string): HTMLElement => {
    const box = document.createElement("section");
    box.dataset["region"] = name;
    const control = document.createElement(inner);
    box.append(control);
    document.body.append(box);
    return control;
  };

  it("count everywhere but in a text, where only those with Ctrl do; those of the sheet only there", async () => {
    const page = await bar();
    const end = listen(page.editor);
    const list = region("tray", "button");
    const typed = region("panel", "input");
    page.editor.session.select(page.server.state.step.get("f1") ?? null);
    const open_ = (): boolean => page.editor.session.panel.value.open;
    await press(list, "p", { altKey: true });
    expect(open_()).toBe(false);
    await press(typed, "p", { altKey: true });
    expect(open_()).toBe(false);
    await press(list, "Delete");
    expect(page.editor.state.value.step.has("f1")).toBe(true);
    rename(page, "One");
    await settle();
    await press(typed, "z", { ctrlKey: true });
    expect(page.editor.state.value.step.get("f1")?.title).toBe("Answers");
    end();
    document.querySelectorAll("section[data-region]").forEach((one) => one.remove());
  });

  it("F6 goes round the regions and comes back to where one was in each", async () => {
    const page = await bar();
    const end = listen(page.editor);
    const sheet = region("sheet", "button");
    const panel = region("panel", "input");
    sheet.focus();
    await press(sheet, "F6");
    expect(document.activeElement).toBe(panel);
    await press(panel, "F6");
    expect(document.activeElement?.closest("[data-region]")?.getAttribute("data-region")).toBe("bar");
    const help = thing("", '[aria-label="Help and shortcuts"]');
    help.focus();
    await press(help, "F6");
    expect(document.activeElement).toBe(sheet);
    await press(sheet, "F6", { shiftKey: true });
    expect(document.activeElement).toBe(help);
    end();
    document.querySelectorAll("section[data-region]").forEach((one) => one.remove());
  });
});

describe("notices", () => {
  it("of what went wrong are alerts that stay, with their mend; good news goes by itself", async () => {
    const { editor } = await bar();
    editor.session.notify({ tone: "error", text: "Refused.", detail: "Do this instead." });
    editor.session.notify({ tone: "info", text: "Ready.", link: { label: "Download", href: "/f.svg" } });
    await settle();
    expect(text("[role=alert]")).toContain("Refused.");
    expect(text("[role=alert]")).toContain("Do this instead.");
    expect(thing("Download", "a").getAttribute("href")).toBe("/f.svg");
    await settle(10_000);
    expect(text(".notices")).not.toContain("Ready.");
    await click(thing("", '[role=alert] [aria-label="Dismiss this message"]'));
    expect(text(".notices")).toBe("");
  });

  it("a change that the server refuses is told, and what it showed is gone", async () => {
    const page = await bar();
    page.server.post("bob", { id: "x", label: "", ops: [{ op: "remove", type: "lane", id: "front" }] });
    page.editor.submit("Add a step", [
      { op: "put", type: "step", record: { id: "s9", lane: "front", moment: "m1", title: "Late" } },
    ]);
    await settle(4000);
    expect(page.editor.state.value.step.has("s9")).toBe(false);
    expect(text("[role=alert]")).toContain("add a step “Late”");
  });
});

it("the first link goes past the bar, into the view that is shown, and leaves the address alone", async () => {
  const page = await open(
    (editor) => (
      <>
        <Skip editor={editor} />
        <main id="sheet" tabIndex={-1}>
          <button type="button">{editor.session.view.value}</button>
        </main>
      </>
    ),
    { language: "fr" },
  );
  const skip = thing("Aller à la feuille", "a.skip");
  const before = location.hash;
  await click(skip);
  expect(document.activeElement?.textContent).toBe("blueprint");
  expect(location.hash).toBe(before);
  page.editor.session.view.value = "table";
  await settle();
  expect(skip.textContent).toBe("Aller à la vue «\u00a0Tableau\u00a0»");
});
