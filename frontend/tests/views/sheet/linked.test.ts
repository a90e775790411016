// @vitest-environment jsdom
/** What links say to who hears the sheet. */
import { beforeEach, describe, expect, it } from "vitest";
import { linkSentences } from "../../../src/views/sheet/linked";
import { put, remove, set } from "../../../src/model/records";
import { setLanguage } from "../../../src/text";
import { apply } from "../../../src/model/apply";
import { smallSheet } from "../../fake/server";
import { card, noLayout, openSheet, settle, stillTime } from "./page";

stillTime();
noLayout();

describe("links, heard", () => {
  beforeEach(() => {
    setLanguage("en");
  });

  it("each card tells where it leads and where it comes from, with what is special about the link", () => {
    const { state } = apply(smallSheet(), [
      put("link", { id: "k2", source: "f1", target: "c1", kind: "rework", share: 0.1 }),
    ]);
    const said = linkSentences(state);
    expect(said.get("c1")).toMatch(/“Answers”\..*“Answers” \(rework, 10% of cases\)\.$/);
    expect(said.get("f1")).toMatch(/“Asks” \(rework, 10% of cases\)\..*“Asks”\.$/);
  });

  it("counts the rest where a step leads to many", () => {
    const many = Array.from({ length: 9 }, (_, i) => i);
    const { state } = apply(smallSheet(), [
      ...many.map((i) => put("step", { id: `s${i}`, lane: "cust", moment: "m1", title: `S${i}` })),
      ...many.map((i) => put("link", { id: `l${i}`, source: "f1", target: `s${i}` })),
    ]);
    expect(linkSentences(state).get("f1")).toMatch(/“S5” and 3 others\./);
  });

  it("is on the cards, and follows what is edited", async () => {
    const { editor } = await openSheet();
    await settle(1500);
    expect(card("c1").getAttribute("aria-description")).toMatch(/“Answers”/);
    editor.submit("Rename", [set("step", "f1", "title", "Calls back")]);
    await settle(1500);
    expect(card("c1").getAttribute("aria-description")).toMatch(/“Calls back”/);
    editor.submit("Unlink", [remove("link", "k1")]);
    await settle(1500);
    expect(card("c1").hasAttribute("aria-description")).toBe(false);
  });
});
