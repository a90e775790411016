/** docs/typing.md: each token of its tables is understood, and each word of the shorthand is said there. */
import { describe, expect, it } from "vitest";
import page from "../../../docs/typing.md?raw";
import { parse, titleWithout } from "../../src/model/shorthand";
import { FACT_WORDS } from "../../src/model/shorthand-words";

const rows = page.split("\n").filter((line) => line.startsWith("| `"));
const tokens = rows
  .filter((line) => !line.startsWith("| `/"))
  .map((line) => /^\| `([^`]+)`/.exec(line)?.[1] ?? "");
const words = rows.filter((line) => line.startsWith("| `/"));

describe("the page about typing", () => {
  it.each(tokens)("%s is one token", (token) => {
    const found = parse(`Dit ${token} ici`);
    expect([found.length, titleWithout(`Dit ${token} ici`, found)]).toEqual([1, "Dit ici"]);
  });

  it("shows every kind of token", () => {
    const kinds = new Set(tokens.flatMap((token) => parse(token).map((one) => one.token.kind)));
    const all = [
      "actor",
      "channel",
      "emotion",
      "information",
      "link",
      "said",
      "share",
      "times",
      "tool",
      "truth",
    ];
    expect([...kinds].sort()).toEqual(all);
  });

  it("says every word and what it stands for", () => {
    expect(words).toHaveLength(FACT_WORDS.length);
    for (const [i, [fact, names]] of FACT_WORDS.entries()) {
      for (const name of names) expect(words[i]).toContain(`\`/${name}\``);
      expect(words[i]).toContain(`\`${fact.value}\``);
    }
  });
});
