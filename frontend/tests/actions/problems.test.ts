/** What a person is told when something did not go as they saw it. */
import { describe, expect, it, vi } from "vitest";
import { exportSvg } from "../../src/actions/verbs/export-svg";
import { stepAdd } from "../../src/actions/verbs/step-add";
import { remove, set } from "../../src/model/records";
import { openTried } from "../fake/editor";
import { refusal } from "../fake/server";

describe("notices", () => {
  it("a refused change is named, with the server’s reason, and the view is put right", async () => {
    const { editor, server } = await openTried();
    server.post("bob", { id: "b", label: "", ops: [remove("lane", "front")] });
    stepAdd.run(editor, { lane: "front", moment: "m1", title: "New" });
    expect(editor.state.value.step.size).toBe(3);
    await vi.waitFor(() => expect(editor.state.value.step.size).toBe(1));
    expect(editor.session.notices.value).toMatchObject([
      {
        tone: "error",
        text: expect.stringMatching(
          /^Not accepted: add a step .*The sheet is as it was before\.$/,
        ) as unknown,
        detail: "parent-gone",
      },
    ]);
  });

  it("what an undo left alone is said", async () => {
    const { editor, server } = await openTried();
    editor.submit("Edit", [set("step", "c1", "title", "Mine")]);
    await editor.sync.settled();
    server.post("bob", { id: "b", label: "", ops: [set("step", "c1", "title", "Bob’s")] });
    editor.sync.undo();
    await vi.waitFor(() => expect(editor.state.value.step.get("c1")?.title).toBe("Bob’s"));
    expect(editor.session.notices.value).toMatchObject([
      { text: "Undone, but for 1 field changed since by another." },
    ]);
  });

  it("status and what can be undone follow", async () => {
    const { editor } = await openTried(undefined, "fr");
    editor.submit("Renommer l’étape", [set("step", "c1", "title", "A")]);
    expect([editor.status.value.kind, editor.undoable.value]).toEqual([
      "saving",
      "Renommer l’étape «\u00a0Asks\u00a0»",
    ]);
    await editor.sync.settled();
    expect(editor.status.value.kind).toBe("saved");
  });
});

describe("exporting", () => {
  it("waits for what is unsaved, then gives the file", async () => {
    const { editor, connection, server } = await openTried();
    const click = vi.fn();
    vi.stubGlobal("document", { createElement: () => ({ click }), visibilityState: "visible" });
    const post = connection.post.bind(connection);
    connection.post = (path, body) =>
      path === "exports/"
        ? Promise.resolve({ url: "/x", status: "done", file: `/file-at-${server.seq}`, error: null })
        : post(path, body);
    editor.submit("Edit", [set("step", "c1", "title", "Mine")]);
    await exportSvg.run(editor);
    vi.unstubAllGlobals();
    expect(click).toHaveBeenCalledOnce();
    expect(editor.session.notices.value).toMatchObject([
      { text: "The SVG is ready.", link: { href: "/file-at-1" } },
    ]);
  });

  it("says why there is no file", async () => {
    const { editor, connection } = await openTried();
    connection.post = () => Promise.reject(refusal(503, "", "Busy."));
    await exportSvg.run(editor);
    expect(editor.session.notices.value).toMatchObject([{ tone: "error", detail: "Busy." }]);
  });
});
