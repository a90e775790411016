// @vitest-environment jsdom
/** What people say of friction: decisions with their reasons, threads with images, flags, notes pinned anywhere. */
import { describe, expect, it } from "vitest";
import { put } from "../../../src/model/records";
import { apply } from "../../../src/model/apply";
import { Refusal } from "../../../src/sync/api";
import type { Finding } from "../../../src/sync/friction";
import type { Language } from "../../../src/text";
import { Tray } from "../../../src/views/findings/Tray";
import { Panel } from "../../../src/views/panel/Panel";
import { sendWith } from "../../../src/views/reviews/sending";
import {
  click,
  field,
  leave,
  open,
  press,
  settle,
  shop,
  stillTime,
  text,
  thing,
  type,
  type Page,
} from "../page";

stillTime();

const finding = (number: number): Finding => ({
  fingerprint: `print-${number}`,
  number,
  detector: number === 1 ? "tool-latency" : "re-entry",
  steps: ["f1"],
  elements: ["stock"],
  per: ["stock"],
  because: `Reason ${number}.`,
  evidence: {},
  touches: ["c1"],
  moments_of_truth: [],
  customer_min: null,
  employee_min: null,
  rests_on: "assumed",
  fixes: [],
});
const said = put("note", {
  id: "n1",
  on: "c1",
  kind: "verbatim",
  text: "I am cold",
  by: "bob",
  at: "2026-03-12",
});
const lost = put("review", { id: "gone", detector: "ping-pong", elements: ["f1"], status: "confirmed" });

async function page(language: Language = "en"): Promise<Page> {
  const state = apply(shop(), [
    said,
    lost,
    put("flag", { id: "g1", on: ["c1"], kind: "queue", text: "They queue.", by: "ann" }),
  ]).state;
  const made = await open(
    (editor) => (
      <>
        <Panel editor={editor} />
        <Tray editor={editor} />
      </>
    ),
    { findings: [finding(1), finding(2)], state, language },
  );
  made.editor.session.list.value = "all";
  await settle();
  return made;
}
const openFirst = (): Promise<void> => click(thing("Finding 1: Reason 1.", ".finding .because"));
const rows = (): string[] =>
  [...document.querySelectorAll(".finding .because")].map((one) => one.textContent.trim());
const pick = async (label: string, value: string): Promise<void> => {
  const select = document.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`)!;
  select.value = value;
  select.dispatchEvent(new Event("change", { bubbles: true }));
  await settle();
};
const note = (): HTMLInputElement => document.querySelector<HTMLInputElement>("[data-note-field]")!;

describe("a decision", () => {
  it("is made in the panel: confirmed at once, dismissed with a reason that is asked in place", async () => {
    const { server } = await page();
    await openFirst();
    await click(thing("Confirm"));
    await settle(400);
    expect(server.state.review.get("print-1")).toMatchObject({ status: "confirmed", elements: ["stock"] });
    expect(text(".finding.confirmed .status-chip")).toBe("confirmed");
    expect(text(".decision-bar")).toBe("ReopenConfirmedDismiss");
    await click(thing("Dismiss", ".decision-choice"));
    expect(server.state.review.get("print-1")?.status).toBe("confirmed");
    await click(thing("Too rare", ".reason"));
    await settle(400);
    expect(server.state.review.get("print-1")).toMatchObject({
      status: "dismissed",
      reason: "Too rare to matter",
    });
    expect(text(".decision-reason")).toContain("Too rare to matter");
  });

  it("leaves the sheet but never the list when dismissed; the list narrows to a decision", async () => {
    const { editor } = await page();
    await openFirst();
    await click(thing("Dismiss", ".decision-choice"));
    const own = document.querySelector<HTMLInputElement>(".reasons-own input")!;
    await type(own, "Not ours");
    await click(thing("Dismiss", ".reasons-own button"));
    await settle(400);
    expect(editor.flagged.value.map(({ fingerprint }) => fingerprint)).toEqual(["print-2"]);
    expect(rows()).toContain("Finding 1: Reason 1.");
    await pick("Decision", "dismissed");
    expect(rows()).toEqual(["Finding 1: Reason 1."]);
    await pick("Decision", "waiting");
    expect(document.querySelectorAll(".flag-row.waiting").length).toBe(1);
    expect(rows().length).toBe(1);
  });

  it("is one key from the list, but never from a field", async () => {
    const { server } = await page();
    const second = thing("Finding 2: Reason 2.", ".finding .because");
    second.focus();
    await press(second, "c");
    await settle(400);
    expect(server.state.review.get("print-2")?.status).toBe("confirmed");
    await press(second, "x");
    expect(document.activeElement?.className).toBe("reason");
    await press(document.activeElement!, "Escape");
    expect(document.querySelector(".reasons")).toBeNull();
    note().focus();
    const before = server.log.length;
    await press(note(), "o");
    await settle(400);
    expect(server.log.length).toBe(before);
  });

  it("has an owner found by typing, a due date said in the language, an effort", async () => {
    const { server } = await page("fr");
    await click(thing("Friction 1\u00a0: Reason 1.", ".finding .because"));
    const owner = field("Responsable");
    await type(owner, "bo");
    expect(text("[role=option]")).toBe("bob");
    await press(owner, "Enter");
    const due = field("Échéance");
    await type(due, "2031-03-12");
    await leave(due);
    await click(thing("M", ".effort .choice"));
    await settle(500);
    expect(server.state.review.get("print-1")).toMatchObject({
      owner: "bob",
      due: "2031-03-12",
      effort: "M",
    });
    expect(text(".due-said")).toBe("pour le 12 mars 2031");
    expect(text(".finding .said-of")).toContain("bob\u00a0· pour le 12 mars 2031\u00a0· effort M");
  });
});

describe("a thread", () => {
  it("takes notes of six kinds; how might we begins the sentence", async () => {
    const { server } = await page();
    await openFirst();
    expect(document.querySelectorAll(".note-kinds .choice").length).toBe(6);
    await click(document.querySelectorAll<HTMLElement>(".note-kinds input")[5]!);
    await type(note(), "spare the wait?");
    await press(note(), "Enter", { ctrlKey: true });
    await settle(400);
    expect([...server.state.note.values()].at(-1)).toMatchObject({ on: "print-1", kind: "how-might-we" });
    expect(text(".thread .note-text")).toBe("How might we spare the wait?");
    expect(note().value).toBe("");
  });

  it("keeps what is being written while the panel shows something else", async () => {
    const { editor } = await page();
    await openFirst();
    await type(note(), "Half a sen");
    editor.session.opened.value = null;
    await settle();
    editor.session.opened.value = "print-1";
    await settle();
    expect(note().value).toBe("Half a sen");
  });

  it("carries images: checked before they are sent, with progress, removed, refused in the server’s words", async () => {
    const { editor, server } = await page();
    let answer: (id: string) => void = () => undefined;
    let refuse: (error: unknown) => void = () => undefined;
    sendWith(editor, (_file, progress) => {
      progress(0.4);
      return new Promise((done, failed) => {
        answer = (id) => done({ id, url: "" });
        refuse = failed;
      });
    });
    await openFirst();
    const drop = async (...files: File[]): Promise<void> => {
      const event = new Event("drop", { bubbles: true, cancelable: true });
      Object.assign(event, { dataTransfer: { files, types: ["Files"] } });
      document.querySelector(".note-form")!.dispatchEvent(event);
      await settle();
    };
    const big = new File(["x"], "big.png", { type: "image/png" });
    Object.defineProperty(big, "size", { value: 6 * 1024 * 1024 });
    await drop(new File(["x"], "plan.pdf", { type: "application/pdf" }), big);
    expect(text(".pictures-list")).toContain("plan.pdf is neither png, nor jpeg, nor webp.");
    expect(text(".pictures-list")).toContain("big.png has 6\u00a0MB; 5\u00a0MB at most.");
    for (const one of document.querySelectorAll<HTMLElement>(".picture-remove")) await click(one);

    await drop(new File(["x"], "till.png", { type: "image/png" }));
    expect(document.querySelector("progress")?.value).toBe(0.4);
    refuse(new Refusal(400, { place: "file", message: "Not an image.", mend: "Send another." }));
    await settle();
    expect(text(".picture")).toContain("till.png could not be sent. Not an image. Send another.");
    await click(document.querySelector<HTMLElement>(".picture-remove")!);

    await drop(new File(["x"], "till.png", { type: "image/png" }));
    answer("hash");
    await settle();
    await click(thing("Write it down"));
    await settle(400);
    expect([...server.state.note.values()].at(-1)).toMatchObject({ images: ["hash"], text: "" });
    expect(document.querySelector<HTMLImageElement>(".note-images img")?.alt).toBe("Image 1 of the note");
  });
});

describe("a flag of a person", () => {
  it("stands in the list under its own name, with the same decision and thread", async () => {
    const { server, editor } = await page();
    expect(text(".other-rows h3")).toBe("Flagged by people");
    await click(thing("Flag 1 They queue.", ".flag-row .because"));
    await click(thing("Confirm"));
    await settle(400);
    expect(server.state.review.get("g1")).toMatchObject({ status: "confirmed", detector: "queue" });
    await type(field("What you saw"), "They queue outside.");
    await leave(field("What you saw"));
    await settle(400);
    expect(server.state.flag.get("g1")?.text).toBe("They queue outside.");
    await click(thing("Remove the flag"));
    await settle(400);
    expect(server.state.flag.size).toBe(0);
    editor.sync.undo();
    await settle(400);
    expect(server.state.review.has("g1")).toBe(true);
  });

  it("is raised from a form: a kind of the catalogue by its title, or a word of one’s own", async () => {
    const { editor, server } = await page();
    editor.session.flagging.value = { on: ["f1"], area: null };
    await settle();
    await click(thing("Flag it"));
    expect(text(".flag-form .field-problem")).toContain("Say the kind of friction");
    await type(field("Kind of friction"), "re-en");
    await press(field("Kind of friction"), "Enter");
    await click(thing("Flag it"));
    await settle(400);
    expect([...server.state.flag.values()].at(-1)).toMatchObject({ on: ["f1"], kind: "re-entry" });
    expect(editor.session.flagging.value).toBeNull();
    expect(text(".panel-title")).toBe("Re-entry");
    // The form is gone; the focus has not gone with it.
    expect(document.activeElement).not.toBe(document.body);
  });
});

describe("notes", () => {
  it("are those of what is selected, and elsewhere on the blueprint by element", async () => {
    const { editor, server } = await page();
    editor.session.select({ id: "f1", lane: "front", moment: "m2" });
    await settle();
    await click(thing("Notes", "[role=tab]"));
    expect(document.querySelectorAll(".notes-tab > .notes .note").length).toBe(0);
    expect(text(".notes-of")).toContain("“I am cold”");
    await type(note(), "Slow on Saturdays");
    await click(thing("Write it down"));
    await settle(400);
    expect([...server.state.note.values()].at(-1)).toMatchObject({ on: "f1", text: "Slow on Saturdays" });
    expect(text("[role=tab][aria-selected=true]")).toBe("Notes 1");
    await click(thing("Asks", ".notes-of button"));
    expect([...editor.session.selection.value]).toEqual(["c1"]);
  });

  it("are edited in place and taken away, with undo", async () => {
    const { editor, server } = await page();
    editor.session.select({ id: "c1", lane: "cust", moment: "m1" });
    editor.session.panel.value = { open: true, tab: "notes" };
    await settle();
    await click(thing("Edit"));
    expect(document.activeElement).toBe(note());
    await type(note(), "I was cold");
    await click(thing("Save"));
    await settle(400);
    expect(server.state.note.get("n1")).toMatchObject({ text: "I was cold", by: "bob" });
    await click(thing("Remove"));
    await settle(400);
    expect(server.state.note.has("n1")).toBe(false);
    editor.sync.undo();
    await settle(400);
    expect(server.state.note.has("n1")).toBe(true);
  });

  it("of others can be read only", async () => {
    const { editor } = await page();
    (editor.config as { person?: string }).person = "ann";
    editor.session.select({ id: "c1", lane: "cust", moment: "m1" });
    editor.session.panel.value = { open: true, tab: "notes" };
    await settle();
    expect(text(".note")).toContain("bob");
    expect(document.querySelector(".note-edit")).toBeNull();
  });
});

describe("a review whose finding is gone", () => {
  it("waits, marked, with what was said, and comes back with it", async () => {
    const { server, editor } = await page();
    await click(thing("Ping-pong", ".flag-row .because"));
    expect(text(".waits")).toContain("Waiting: the finding is gone");
    server.findings = [{ ...finding(3), detector: "ping-pong", fingerprint: "new", per: ["f1"] }];
    editor.submit("", [{ op: "set", type: "step", id: "c1", field: "title", value: "Asks twice" }]);
    await settle(600);
    expect(document.querySelector(".flag-row.waiting")).toBeNull();
    expect(text(".finding.confirmed .because")).toContain("Reason 3.");
  });
});
