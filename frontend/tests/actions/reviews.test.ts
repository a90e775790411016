/** What people say of findings: it stays with them by fingerprint, moves to the finding that shares most, or waits. */
import { describe, expect, it } from "vitest";
import { concernsOf, matchReviews, statusOf, threadOf } from "../../src/actions/concerns";
import { flagAdd } from "../../src/actions/verbs/flag-add";
import { flagOpen } from "../../src/actions/verbs/flag-open";
import { flagRemove } from "../../src/actions/verbs/flag-remove";
import { noteAdd } from "../../src/actions/verbs/note-add";
import { noteEdit } from "../../src/actions/verbs/note-edit";
import { reviewConfirm } from "../../src/actions/verbs/review-confirm";
import { reviewDismiss } from "../../src/actions/verbs/review-dismiss";
import { reviewOpen } from "../../src/actions/verbs/review-open";
import { reviewSet } from "../../src/actions/verbs/review-set";
import type { Review } from "../../src/model/records";
import type { Finding } from "../../src/sync/friction";
import { openTried, type Tried } from "../fake/editor";

const finding = (fingerprint: string, per: readonly string[] = ["f1"]): Finding =>
  ({
    fingerprint,
    number: 1,
    detector: "tool-latency",
    steps: ["f1"],
    elements: [],
    per,
  }) as unknown as Finding;
const review = (id: string, elements: readonly string[], detector = "tool-latency"): Review =>
  ({ id, order: "a0", detector, elements, status: "open" }) as unknown as Review;
const comment = { kind: "comment", text: "Seen.", images: [] } as const;

async function tried(findings: readonly Finding[] = [finding("print")]): Promise<Tried> {
  const page = await openTried();
  page.server.findings = findings;
  page.editor.submit("begin", [{ op: "set", type: "step", id: "c1", field: "title", value: "Asks again" }]);
  await expect.poll(() => page.editor.findings.value.findings.length).toBe(findings.length);
  return page;
}

describe("a review", () => {
  it("belongs to its fingerprint, else to the finding of its detector that shares half or more of its elements", () => {
    const found = [finding("a"), finding("b", ["x", "y"]), finding("c", ["x", "z", "w"])];
    const matched = matchReviews(found, [
      review("a", ["f1"]),
      review("lost", ["x", "y"]),
      review("less", ["q", "r", "z"]),
      review("other", ["x", "y"], "re-entry"),
    ]);
    expect([...matched].map(([print, one]) => [print, one.id])).toEqual([
      ["a", "a"],
      ["b", "lost"],
    ]);
  });

  it("waits while its finding is gone, and is not lost before the first analysis", () => {
    const reviews = { review: new Map([["gone", review("gone", ["x"])]]), flag: new Map() };
    const answered = { seq: 3, findings: [], unknown: [], prices: null };
    expect(concernsOf(answered, reviews).waiting.map(({ id }) => id)).toEqual(["gone"]);
    expect(concernsOf({ ...answered, seq: -1 }, reviews).waiting).toEqual([]);
  });

  it("is made with the first thing said, keeps detector and elements, and each act is one change", async () => {
    const { editor, server } = await tried();
    const before = server.log.length;
    reviewConfirm.run(editor, "print");
    await editor.sync.settled();
    expect(editor.state.value.review.get("print")).toMatchObject({
      detector: "tool-latency",
      elements: ["f1"],
      status: "confirmed",
    });
    reviewDismiss.run(editor, "print", " Meant to be so ");
    reviewSet.run(editor, "print", { owner: "Ana" });
    await editor.sync.settled();
    expect(server.log.length).toBe(before + 3);
    expect(editor.state.value.review.get("print")).toMatchObject({
      status: "dismissed",
      reason: "Meant to be so",
      owner: "Ana",
    });
    expect(editor.flagged.value).toEqual([]);
    reviewOpen.run(editor, "print");
    expect(editor.state.value.review.get("print")).toMatchObject({
      status: "open",
      reason: "",
      owner: "Ana",
    });
    expect(editor.flagged.value.length).toBe(1);
  });

  it("asks for the reason before it dismisses, and undo brings back what was there", async () => {
    const { editor } = await tried();
    reviewDismiss.run(editor, "print");
    expect(editor.session.dismissing.value).toBe("print");
    expect(editor.session.opened.value).toBe("print");
    expect(editor.state.value.review.has("print")).toBe(false);
    reviewDismiss.run(editor, "print", "Too rare");
    editor.sync.undo();
    await editor.sync.settled();
    expect(editor.state.value.review.has("print")).toBe(false);
  });
});

describe("a thread", () => {
  it("begins with the review in the same change, and goes with it where the finding is known by another name", async () => {
    const { editor, server } = await tried();
    const before = server.log.length;
    noteAdd.run(editor, "print", comment);
    await editor.sync.settled();
    expect(server.log.length).toBe(before + 1);
    expect(editor.state.value.review.has("print")).toBe(true);
    server.findings = [finding("renamed", ["f1"])] as readonly object[];
    noteAdd.run(editor, null, comment);
    await expect.poll(() => editor.findings.value.findings[0]?.fingerprint).toBe("renamed");
    const concern = editor.concerns.value.of("renamed");
    expect(concern?.review?.id).toBe("print");
    expect(concern && threadOf(concern, editor.state.value.note.values()).map(({ text }) => text)).toEqual([
      "Seen.",
    ]);
    noteAdd.run(editor, "renamed", { ...comment, text: "Again." });
    await editor.sync.settled();
    expect([...server.state.note.values()].map(({ on }) => on)).toEqual(["print", null, "print"]);
  });

  it("is edited in one change", async () => {
    const { editor, server } = await tried();
    const id = noteAdd.run(editor, "f1", comment) ?? "";
    await editor.sync.settled();
    const before = server.log.length;
    noteEdit.run(editor, id, { kind: "idea", text: "What if?", images: ["i1"] });
    await editor.sync.settled();
    expect(server.log.length).toBe(before + 1);
    expect(server.state.note.get(id)).toMatchObject({
      kind: "idea",
      text: "What if?",
      images: ["i1"],
      on: "f1",
    });
  });
});

describe("a flag of a person", () => {
  it("is raised on what the keyboard stands on: steps, else a header, else the empty cell as an area", async () => {
    const { editor } = await tried([]);
    const { session } = editor;
    const on = () => {
      flagOpen.run(editor);
      return session.flagging.value;
    };
    session.selection.value = new Set(["c1", "f1"]);
    expect(on()).toEqual({ on: ["c1", "f1"], area: null });
    session.select(null);
    session.focus.value = { on: "lane", id: "front" };
    expect(on()).toEqual({ on: ["front"], area: null });
    session.focus.value = { on: "cell", lane: "cust", moment: "m2", step: null };
    expect(on()).toEqual({ on: [], area: { lanes: ["cust", "cust"], moments: ["m2", "m2"] } });
    session.selectedLink.value = "k1";
    expect(on()).toEqual({ on: ["k1"], area: null });
  });

  it("has the same review and thread as a finding, and takes them along when it goes; undo brings all back", async () => {
    const { editor, server } = await tried([]);
    const id = flagAdd.run(editor, { on: ["f1"], area: null, kind: "queue", text: "They queue." }) ?? "";
    expect(editor.session.opened.value).toBe(id);
    expect(editor.concerns.value.flags[0]).toMatchObject({ id, number: 1 });
    noteAdd.run(editor, id, comment);
    reviewConfirm.run(editor, id);
    await editor.sync.settled();
    expect(statusOf(editor.concerns.value.of(id)!)).toBe("confirmed");
    flagRemove.run(editor, id);
    await editor.sync.settled();
    expect([server.state.flag.size, server.state.review.size, server.state.note.size]).toEqual([0, 0, 0]);
    editor.sync.undo();
    await editor.sync.settled();
    expect([server.state.flag.size, server.state.review.size, server.state.note.size]).toEqual([1, 1, 1]);
    expect([...server.state.note.values()][0]?.on).toBe(id);
  });
});
