/** Verbs on steps and links: what they send, where the focus goes and what is said. */
import { beforeEach, describe, expect, it } from "vitest";
import type { Editor } from "../../src/actions/editor";
import { exchangeAdd } from "../../src/actions/verbs/exchange-add";
import { fieldSet } from "../../src/actions/verbs/field-set";
import { linkAdd } from "../../src/actions/verbs/link-add";
import { stepActor } from "../../src/actions/verbs/step-actor";
import { stepAdd } from "../../src/actions/verbs/step-add";
import { stepDelete } from "../../src/actions/verbs/step-delete";
import { stepDuplicate } from "../../src/actions/verbs/step-duplicate";
import { stepMove } from "../../src/actions/verbs/step-move";
import { stepPlace } from "../../src/actions/verbs/step-place";
import { stepRename } from "../../src/actions/verbs/step-rename";
import { stepReorder } from "../../src/actions/verbs/step-reorder";
import { useAdd } from "../../src/actions/verbs/use-add";
import { cards, openTried } from "../fake/editor";

let editor: Editor;
beforeEach(async () => void ({ editor } = await openTried()));

const add = (lane: string, moment: string, title: string): string =>
  stepAdd.run(editor, { lane, moment, title }) ?? "";
const focus = (id: string): void => editor.session.select(editor.state.value.step.get(id) ?? null);

describe("adding and renaming", () => {
  it("adds last in its cell, trimmed, and says where", () => {
    add("cust", "m1", "  Pays ");
    expect(cards(editor)["Customer Ask"]).toEqual(["Asks", "Pays"]);
    expect(editor.session.announcement.value).toBe("Step Pays added, Customer, Ask");
    expect(stepAdd.run(editor, { lane: "cust", moment: "m1", title: " " })).toBeNull();
  });

  it("text is text: markup, emoji and right-to-left come out as they went in", () => {
    const title = "<script>alert('é')</script> \"😀\" שלום e\u0301";
    const id = add("front", "m1", title);
    expect(editor.state.value.step.get(id)?.title).toBe(title);
  });

  it("renames in place, and does nothing where nothing changed", () => {
    focus("c1");
    stepRename.run(editor);
    expect(editor.session.editing.value).toEqual({ on: "step", id: "c1" });
    stepRename.run(editor, "c1", "Calls");
    stepRename.run(editor, "c1", "Calls");
    stepRename.run(editor, "c1", "  ");
    expect(editor.state.value.step.get("c1")?.title).toBe("Calls");
    expect(editor.undoable.value).toBe("Rename the step “Asks”");
    editor.sync.undo();
    expect(editor.undoable.value).toBeNull();
  });

  it("calls a change after its field", () => {
    fieldSet.run(editor, { type: "step", id: "c1", field: "emotion", value: -2 });
    expect(editor.undoable.value).toBe("Change the feeling (“Asks”)");
    fieldSet.run(editor, { type: "step", id: "c1", field: "expects", value: "speed" });
    expect(editor.undoable.value).toBe("Edit the step (“Asks”)");
  });
});

describe("moving", () => {
  it("goes to the neighbouring cell, last there; the focus follows", () => {
    focus("c1");
    stepMove.run(editor, "right");
    stepMove.run(editor, "down");
    expect(cards(editor)).toEqual({ "Counter Wait": ["Answers", "Asks"] });
    expect(editor.session.focus.value).toEqual({ on: "cell", lane: "front", moment: "m2", step: "c1" });
    expect(editor.session.announcement.value).toBe("Asks: Counter, Wait");
  });

  it("moves all that are selected together, or none where one would leave the sheet", () => {
    editor.session.selection.value = new Set(["c1", "f1"]);
    stepMove.run(editor, "down");
    stepMove.run(editor, "right");
    expect(cards(editor)).toEqual({ "Customer Ask": ["Asks"], "Counter Wait": ["Answers"] });
    stepMove.run(editor, "left");
    expect(editor.session.announcement.value).toMatch("Edge of the sheet");
    expect(editor.undoable.value).toBeNull();
  });

  it("is one change, which undo takes back whole", () => {
    add("front", "m1", "Greets");
    focus("c1");
    editor.session.selection.value = new Set(["c1"]);
    stepMove.run(editor, "down");
    expect(cards(editor)["Counter Ask"]).toEqual(["Greets", "Asks"]);
    editor.sync.undo();
    expect(cards(editor)).toMatchObject({ "Customer Ask": ["Asks"], "Counter Ask": ["Greets"] });
  });

  it("places several before a card, in the order given", () => {
    const [a, b, c] = ["A", "B", "C"].map((title) => add("front", "m1", title));
    stepPlace.run(editor, [c!, a!], { lane: "front", moment: "m2", before: "f1" });
    expect(cards(editor)).toMatchObject({ "Counter Ask": ["B"], "Counter Wait": ["C", "A", "Answers"] });
    stepPlace.run(editor, [b!], { lane: "front", moment: "m2" });
    expect(cards(editor)["Counter Wait"]).toEqual(["C", "A", "Answers", "B"]);
  });

  it("sends nothing where it stands there already", () => {
    stepPlace.run(editor, ["c1"], { lane: "cust", moment: "m1" });
    expect(editor.undoable.value).toBeNull();
  });

  it("changes the order within a cell", () => {
    add("cust", "m1", "Pays");
    const last = add("cust", "m1", "Leaves");
    focus(last);
    stepReorder.run(editor, -1);
    expect(cards(editor)["Customer Ask"]).toEqual(["Asks", "Leaves", "Pays"]);
    stepReorder.run(editor, -1);
    stepReorder.run(editor, -1);
    expect(cards(editor)["Customer Ask"]).toEqual(["Leaves", "Asks", "Pays"]);
    stepReorder.run(editor, 1);
    expect(cards(editor)["Customer Ask"]).toEqual(["Asks", "Leaves", "Pays"]);
  });
});

describe("deleting and duplicating", () => {
  it("deletes what is selected with its links; the focus stays in the cell", () => {
    focus("c1");
    stepDelete.run(editor);
    expect([editor.state.value.step.size, editor.state.value.link.size]).toEqual([1, 0]);
    expect(editor.session.focus.value).toEqual({ on: "cell", lane: "cust", moment: "m1", step: null });
    expect(editor.session.selection.value.size).toBe(0);
    editor.sync.undo();
    expect([editor.state.value.step.size, editor.state.value.link.size]).toEqual([2, 1]);
  });

  it("duplicates with uses and exchanges, and the links among the copies", () => {
    useAdd.run(editor, "c1", { title: "Phone" });
    exchangeAdd.run(editor, { step: "c1", information: { title: "Address" }, how: "tells" });
    stepDuplicate.run(editor, ["c1", "f1"]);
    const { step, use, exchange, link } = editor.state.value;
    expect([step.size, use.size, exchange.size, link.size]).toEqual([4, 2, 2, 2]);
    expect(cards(editor)).toMatchObject({ "Customer Ask": ["Asks", "Asks"] });
    const [first, second] = [...editor.session.selection.value];
    expect([...link.values()].at(-1)).toMatchObject({ source: first, target: second });
  });
});

describe("naming tools, information, actors", () => {
  it("finds what exists under that name, whatever its case, and makes what does not", () => {
    useAdd.run(editor, "c1", { title: "CRM" });
    useAdd.run(editor, "f1", { title: " crm " });
    exchangeAdd.run(editor, {
      step: "f1",
      information: { title: "Adresse" },
      how: "types",
      tool: { title: "Crm" },
    });
    const { tool, use, exchange, information } = editor.state.value;
    expect([tool.size, use.size, information.size]).toEqual([1, 2, 1]);
    expect([...exchange.values()]).toMatchObject([{ step: "f1", how: "types", tool: [...tool.keys()][0] }]);
    expect(useAdd.run(editor, "c1", { title: " " })).toBeNull();
  });

  it("takes the new tool along when its use is undone", () => {
    useAdd.run(editor, "c1", { title: "CRM" });
    editor.sync.undo();
    expect([editor.state.value.tool.size, editor.state.value.use.size]).toEqual([0, 0]);
  });

  it("puts a new actor on the side of the lane", () => {
    stepActor.run(editor, "c1", { title: "Ann" });
    stepActor.run(editor, "f1", { title: "Bob" });
    expect([...editor.state.value.actor.values()].map(({ title, side }) => [title, side])).toEqual([
      ["Ann", "customer"],
      ["Bob", "employee"],
    ]);
    stepActor.run(editor, "c1", null);
    expect(editor.state.value.step.get("c1")?.actor).toBeNull();
  });
});

describe("linking", () => {
  it("links once; a second time selects the link", () => {
    const id = linkAdd.run(editor, "f1", "c1");
    expect(editor.state.value.link.get(id ?? "")).toMatchObject({ source: "f1", target: "c1", kind: "flow" });
    expect(linkAdd.run(editor, "f1", "c1")).toBeNull();
    expect(editor.session.selectedLink.value).toBe(id);
  });

  it("a link from a step to itself is rework", () => {
    const id = linkAdd.run(editor, "c1", "c1");
    expect(editor.state.value.link.get(id ?? "")?.kind).toBe("rework");
  });

  it("says why a share can't be, and leaves all as it was", () => {
    const other = linkAdd.run(editor, "c1", add("front", "m1", "B")) ?? "";
    fieldSet.run(editor, { type: "link", id: "k1", field: "share", value: 0.7 });
    fieldSet.run(editor, { type: "link", id: other, field: "share", value: 0.5 });
    expect(editor.state.value.link.get(other)?.share).toBeNull();
    expect(editor.session.notices.value).toMatchObject([
      { tone: "error", text: "Not possible: change the share of cases." },
    ]);
  });
});
