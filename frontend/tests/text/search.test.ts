/** Finding by half remembered words: accents, capitals, order, and where in the text it is. */
import { describe, expect, it } from "vitest";
import { match, occurrences } from "../../src/text/search";

const shown = (text: string, query: string): string[] =>
  occurrences(text, query).map(([from, to]) => text.slice(from, to));
const marked = (title: string, query: string): string =>
  (match(title, query)?.ranges ?? []).map(([from, to]) => title.slice(from, to)).join("|");

describe("occurrences", () => {
  it("finds without accents, capitals and spelling of signs, and gives the original's letters", () => {
    expect(shown("L’Épicerie, l’épicier", "epic")).toEqual(["Épic", "épic"]);
    expect(shown("Vœu de la sœur", "oeu")).toEqual(["œu", "œu"]);
    expect(shown("e\u0301te\u0301", "ÉTÉ")).toEqual(["e\u0301te\u0301"]);
    expect(shown("aujourd’hui", "d'hui")).toEqual(["d’hui"]);
    expect(shown("2\u00a0h", "2 h")).toEqual(["2\u00a0h"]);
    expect(shown("👩‍🚒 pompière", "pomp")).toEqual(["pomp"]);
  });
  it("finds nothing for nothing", () => expect(shown("a b", "  ")).toEqual([]));
  it("does not find words that stand apart", () =>
    expect(shown("appelle le client", "appelle client")).toEqual([]));
});

describe("match", () => {
  it("takes words in any order, and letters that begin words", () => {
    expect(marked("Exporter en SVG", "svg exp")).toBe("Exp|SVG");
    expect(marked("Supprimer l’étape", "etap")).toBe("étap");
    expect(marked("Ajouter un instant", "ajin")).toBe("Aj|in");
    expect(match("Exporter en SVG", "png")).toBeNull();
  });
  it("prefers the beginning, then a word's beginning, then what is within", () => {
    const titles = ["Rappel", "Client appelle", "Appelle le client"];
    const score = (title: string): number => match(title, "appel")?.score ?? -1;
    expect(titles.sort((a, b) => score(b) - score(a))).toEqual([
      "Appelle le client",
      "Client appelle",
      "Rappel",
    ]);
  });
});
