/** What a change is called: the verb with what it was done to, in both languages. */
import { describe, expect, it } from "vitest";
import { labelled, within } from "../../src/actions/labels";
import { put, remove, set } from "../../src/model/records";
import { setLanguage, t } from "../../src/text";
import { smallSheet } from "../fake/server";

const state = smallSheet();
describe("labelled", () => {
  it("names the step, as each language quotes", () => {
    setLanguage("en");
    expect(labelled("Move the step", [set("step", "c1", "moment", "m2")], state)).toBe(
      "Move the step “Asks”",
    );
    expect(labelled("Change the feeling", [set("step", "c1", "emotion", 1)], state)).toBe(
      "Change the feeling (“Asks”)",
    );
    setLanguage("fr");
    expect(labelled("Supprimer l’étape", [remove("step", "c1")], state)).toBe(
      "Supprimer l’étape «\u00a0Asks\u00a0»",
    );
  });

  it("counts several, says both ends of a link, and whose tool it is", () => {
    setLanguage("en");
    const both = [set("step", "c1", "channel", null), set("step", "f1", "channel", null)];
    expect(labelled("Change the channel", both, state)).toBe("Change the channel (2)");
    const gone = [remove("step", "c1"), remove("step", "f1")];
    expect(labelled(t("history.delete", { n: 2 }), gone, state)).toBe("Delete 2 steps");
    const link = put("link", { id: "k9", source: "c1", target: "f1" });
    expect(labelled("Link two steps", [link], state)).toBe("Link two steps (“Asks → Answers”)");
    const tool = put("tool", { id: "t9", title: "Till" });
    const use = put("use", { id: "u9", step: "f1", tool: "t9" });
    expect(labelled("Add a tool", [tool, use], state)).toBe("Add a tool (“Answers”)");
  });

  it("leaves neighbours that made room aside, and what names itself alone", () => {
    setLanguage("en");
    const ops = [set("step", "c1", "moment", "m2"), set("step", "f1", "order", "z")];
    expect(labelled("Move the step", ops, state)).toBe("Move the step “Asks”");
    expect(labelled("Call Asks again", [set("step", "c1", "title", "x")], state)).toBe("Call Asks again");
  });

  it("stays short", () => {
    setLanguage("en");
    const long = labelled(
      "Add a step",
      [put("step", { id: "s", lane: "l", moment: "m", title: "x".repeat(500) })],
      state,
    );
    expect(long.length).toBeLessThan(80);
  });
});

it("a label within a sentence begins small, an abbreviation does not", () => {
  expect([within("Déplacer"), within("Étape"), within("SVG")]).toEqual(["déplacer", "étape", "SVG"]);
});
