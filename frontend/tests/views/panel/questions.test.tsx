// @vitest-environment jsdom
/** The four questions of a step: answered by choosing words, taken back, and where an answer hurts. */
import { describe, expect, it } from "vitest";
import { apply } from "../../../src/model/apply";
import { put } from "../../../src/model/records";
import { click, field, leave, press, shop, stillTime, thing, type } from "../page";
import { choose, panel } from "./open";

stillTime();

describe("the four questions", () => {
  const question = (words: string): HTMLElement => thing(words, ".question");
  const answer = (words: string): Promise<void> =>
    click(thing(words, ".choice").querySelector<HTMLElement>("input")!);

  it("are answered by choosing words, and say where the answer hurts", async () => {
    const page = await panel();
    await choose(page, "f1");
    expect(question("With what autonomy?").textContent).toContain("Not said yet");
    expect(question("With what autonomy?").textContent).not.toContain("stakes"); // not asked before it matters
    await answer("has to ask");
    await answer("minor");
    expect(question("With what autonomy?").textContent).toContain("has to ask · minor stakes");
    expect(question("With what autonomy?").classList).toContain("is-bad");
    expect(page.server.state.step.get("f1")).toMatchObject({ decides: "asks", stakes: "minor" });
    await answer("nothing foreseen");
    expect(question("Can the situation be recovered?").classList).toContain("is-bad");
  });

  it("take an answer back by a button and by a key, and keep the focus", async () => {
    const page = await panel();
    await choose(page, "f1");
    await answer("recoverable here");
    await click(thing("×", ".choices-forget"));
    expect(page.server.state.step.get("f1")?.recovery).toBeNull();
    expect(document.activeElement?.closest(".question")?.textContent).toContain("Can the situation");
    await answer("decides alone");
    await press(thing("decides alone", ".choice").querySelector("input")!, "Backspace");
    expect(page.server.state.step.get("f1")?.decides).toBeNull();
    expect(question("With what autonomy?").classList).toContain("is-open");
  });

  it("ask of each need how it arrives and in which form it is wanted", async () => {
    const page = await panel();
    await choose(page, "f1");
    expect(question("In which form?").textContent).toContain("Say first");
    await type(field("Add information: needs"), "Address");
    await press(field("Add information: needs"), "Enter");
    const need = (): unknown => [...page.server.state.exchange.values()][0];
    expect(need()).toMatchObject({ step: "f1", information: "address", how: "needs", state: null });
    await answer("arrives too late");
    expect(question("Which information").classList).toContain("is-bad");
    await type(field("Form of “Address”"), "one line");
    await leave(field("Form of “Address”"));
    expect(need()).toMatchObject({ state: "late", as: "one line" });
    expect(question("In which form?").classList).toContain("is-answered");
  });

  it("lose no focus when a need is taken away", async () => {
    const state = apply(shop(), [
      put("information", { id: "size", title: "Size" }),
      put("exchange", { id: "x1", step: "f1", information: "address", how: "needs" }),
      put("exchange", { id: "x2", step: "f1", information: "size", how: "needs" }),
    ]).state;
    const page = await panel({ state });
    await choose(page, "f1");
    await click(thing("Take away Address"));
    expect(document.activeElement?.closest(".need")?.textContent).toContain("Size");
    await click(thing("Take away Size"));
    expect(document.activeElement).toBe(field("Add information: needs"));
  });
});
