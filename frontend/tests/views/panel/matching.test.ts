/** Finding by typing: what fits best first, whatever the accents. */
import { describe, expect, it } from "vitest";
import { fitting, isGuess, parted, rankOf } from "../../../src/views/panel/controls/matching";

const found = (typed: string, ...titles: string[]): string[] =>
  fitting(
    titles.map((title) => ({ title })),
    typed,
  ).map(({ option }) => option.title);

describe("what fits", () => {
  it("puts the very title first, then beginnings, words, and what merely holds the letters", () => {
    expect(found("stock", "Superstockage", "Mon stock", "Stock mobile", "Stock", "Caisse")).toEqual([
      "Stock",
      "Stock mobile",
      "Mon stock",
      "Superstockage",
    ]);
  });
  it.each([
    ["reception", "Réception"],
    ["ÉQUIPE", "équipe de nuit"],
    ["mob sto", "Stock mobile"],
    ["l’adr", "Nom, l’adresse"],
  ])("%s finds %s", (typed, title) => expect(rankOf(title, typed)).not.toBeNull());
  it("keeps the order of the list where nothing is typed", () => {
    expect(found("", "B", "A")).toEqual(["B", "A"]);
  });
  it("knows a guess", () => {
    expect(isGuess(rankOf("Superposition", "ERP") ?? 0)).toBe(true);
    expect(isGuess(rankOf("Mon ERP", "ERP") ?? 0)).toBe(false);
  });
});

it("the letters that were typed are told from the others, accents and all", () => {
  expect(parted("Mon équipe", "equi")).toEqual(["Mon ", "équi", "pe"]);
  expect(parted("Straße ﬁn", "fin")).toEqual(["Straße ﬁn", "", ""]);
  expect(parted("Stock", "")).toEqual(["Stock", "", ""]);
});
