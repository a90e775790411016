// @vitest-environment jsdom
/** Copy and paste of steps: between blueprints with their facts, to and from spreadsheets as text. */
import { beforeEach, describe, expect, it } from "vitest";
import { clipOf } from "../../src/actions/clipboard";
import { cellsPaste } from "../../src/actions/verbs/cells-paste";
import { stepWrite } from "../../src/actions/verbs/step-write";
import { pastedOf } from "../../src/interactions/clipboard";
import { cards, openTried, type Tried } from "../fake/editor";

let tried: Tried;
beforeEach(async () => void (tried = await openTried()));

const data = (text: string, html = "") => ({
  getData: (type: string) => (type === "text/html" ? html : text),
});
function paste(text: string, html = "", { editor } = tried): number {
  return cellsPaste.run(editor, pastedOf(data(text, html))).length;
}
const stand = (lane: string, moment: string, { editor } = tried): void => {
  editor.session.focus.value = { on: "cell", lane, moment, step: null };
};

describe("a block from a spreadsheet", () => {
  it("makes a card a line, by place, with facts, and what is missing past the edge, in one change", () => {
    const { editor } = tried;
    stand("front", "m2");
    expect(paste('Thinks #CRM 2m\tDecides /d\n"Asks\nWaits"\t\n')).toBe(4);
    expect(cards(editor)).toEqual({
      "Customer Ask": ["Asks"],
      "Counter Wait": ["Answers", "Thinks"],
      "Counter Moment 3": ["Decides"],
      "Lane 3 Wait": ["Asks", "Waits"],
    });
    const thinks = [...editor.state.value.step.values()].find(({ title }) => title === "Thinks");
    expect(thinks?.work_min).toBe(2);
    expect([...editor.state.value.tool.values()].map(({ title }) => title)).toEqual(["CRM"]);
    expect(editor.sync.undo()).toMatch(/^Paste/);
    expect(cards(editor)).toEqual({ "Customer Ask": ["Asks"], "Counter Wait": ["Answers"] });
    expect(editor.state.value.tool.size).toBe(0);
  });

  it("goes by name where the first row or column names moments or lanes", () => {
    stand("cust", "m1");
    paste("\twait\tLeave\ncounter\tThinks\tWaves\ncustomer\tSits\t\n");
    expect(cards(tried.editor)).toEqual({
      "Customer Ask": ["Asks"],
      "Customer Wait": ["Sits"],
      "Counter Wait": ["Answers", "Thinks"],
      "Counter Leave": ["Waves"],
    });
  });

  it("is read from a table where there is no text", () => {
    stand("cust", "m2");
    paste("", "<table><tr><td>Sits<br>Reads</td></tr></table>");
    expect(cards(tried.editor)["Customer Wait"]).toEqual(["Sits", "Reads"]);
  });

  it("is refused as a whole, in words, where it is too large", () => {
    const { editor } = tried;
    stand("cust", "m1");
    expect(paste(Array.from({ length: 90 }, () => "a\t".repeat(100)).join("\n"))).toBe(0);
    expect(editor.session.notices.value[0]?.text).toContain("8,000");
    expect(editor.state.value.step.size).toBe(2);
  });
});

describe("copied steps", () => {
  it("bring facts, links among them and what they name to another blueprint; names that are there are found", async () => {
    const { editor } = tried;
    const other = await openTried();
    stepWrite.run(editor, { id: "c1" }, "!Address> ~Shop :(");
    stepWrite.run(editor, { id: "f1" }, "@Ann #Crm:8s:@Ann !Address<=Crm *");
    stepWrite.run(other.editor, { id: "f1" }, "#CRM");
    const clip = clipOf(editor.state.value, editor.sheet.value, [...editor.state.value.step.values()]);
    expect(clip.text).toBe("Asks\t\n\tAnswers");
    stand("cust", "m2", other);
    expect(paste("", clip.html, other)).toBe(2);
    const state = other.editor.state.value;
    const copy = [...state.step.values()].filter(({ title }) => title === "Answers").at(-1);
    expect(copy).toMatchObject({ lane: "front", moment_of_truth: true });
    expect(state.actor.get(copy?.actor ?? "")?.title).toBe("Ann");
    expect([...state.tool.values()].map(({ title }) => title)).toEqual(["CRM"]);
    const link = [...state.link.values()].find(({ target }) => target === copy?.id);
    expect(state.step.get(link?.source ?? "")).toMatchObject({ title: "Asks", moment: "m2", emotion: -1 });
    expect([...state.exchange.values()].map(({ how }) => how).sort()).toEqual(["reads", "tells"]);
    expect([...state.information.values()][0]?.held_in).toBe([...state.tool.keys()][0]);
  });

  it("are a block with several lines in a cell, safe in a spreadsheet", () => {
    const { editor } = tried;
    stepWrite.run(editor, { lane: "cust", moment: "m1" }, "=1+1 <b>");
    const steps = [...editor.state.value.step.values()].filter(({ lane }) => lane === "cust");
    const { text, html } = clipOf(editor.state.value, editor.sheet.value, steps);
    expect(text).toBe('"Asks\n=1+1 <b>"');
    expect(html).toContain("Asks<br>=1+1 &lt;b&gt;");
  });

  it("of another shape than ours are only text", () => {
    for (const bad of ["{}", '{"rectoverso":1,"steps":[{}]}', "nothing", "[]"]) {
      const html = `<p data-rectoverso='${bad}'>x</p>`;
      expect(pastedOf(data("Sits", html))).toEqual({ block: [["Sits"]] });
    }
  });
});
