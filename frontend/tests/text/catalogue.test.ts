/** Both catalogues say the same things with the same holes, and keep to their typography. */
import { describe, expect, it } from "vitest";
import { setLanguage, t } from "../../src/text";
import { en } from "../../src/text/en";
import { fr } from "../../src/text/fr";

const french: Record<string, string> = fr;
const english: Record<string, string> = en;
const holes = (sentence: string): string[] => [...new Set(sentence.match(/\{\w+\}/g))].sort();

describe("the catalogues", () => {
  it("hold the same keys", () => expect(Object.keys(english).sort()).toEqual(Object.keys(french).sort()));

  it.each(Object.keys(french))("%s is said in both, with the same values", (key) => {
    const [a = "", b = ""] = [french[key], english[key]];
    expect(a.trim()).not.toBe("");
    expect(b.trim()).not.toBe("");
    expect(holes(b)).toEqual(holes(a));
    expect(b.split("|").length).toBe(a.split("|").length);
    if (a.includes("|")) expect(holes(a)).toContain("{n}");
  });

  it.each(Object.entries(french))("%s keeps to French typography", (_key, sentence) => {
    expect(sentence, "’, not '").not.toMatch(/'/);
    expect(sentence, "U+202F before ; ! ?").not.toMatch(/[\p{L}\p{N}»)…}][ \u00a0]?[;!?](?:\s|$)/u);
    expect(sentence, "U+202F before %").not.toMatch(/[^\u202f]%/);
    expect(sentence, "U+00A0 before :").not.toMatch(/[^\u00a0]:(?:\s|$)/);
    expect(sentence, "U+00A0 inside « »").not.toMatch(/«(?!\u00a0)|(?<!\u00a0)»/);
  });

  it.each(Object.entries(english))("%s keeps to English typography", (_key, sentence) => {
    expect(sentence, "’, not '").not.toMatch(/'/);
    expect(sentence, "no space before a sign").not.toMatch(/[\s\u00a0\u202f][;!?:](?:\s|$)/);
  });
});

describe("t", () => {
  it("chooses the number as each language counts", () => {
    setLanguage("fr");
    expect(t("actions.said.deleted", { n: 0 })).toContain("étape supprimée");
    expect(t("actions.said.deleted", { n: 2 })).toContain("2 étapes supprimées");
    setLanguage("en");
    expect(t("actions.said.deleted", { n: 0 })).toContain("0 steps");
    expect(t("actions.said.deleted", { n: 1 })).toContain("1 step ");
  });

  it("writes numbers in the reader's way and leaves what a person wrote alone", () => {
    setLanguage("fr");
    expect(t("actions.said.renamed", { title: "{n} <b>" })).toContain("{n} <b>");
  });
});
