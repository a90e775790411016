/** Blocks of cells as Excel, Sheets and LibreOffice write them. */
import { describe, expect, it } from "vitest";
import { readBlock, writeBlock } from "../../src/model/tsv";
import { random } from "../fake/random";

describe("a block from a spreadsheet", () => {
  it.each([
    [
      "a\tb\r\nc\td\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["a", [["a"]]],
    ["a\t\tc\n", [["a", "", "c"]]],
    ['"two\nlines"\t"says ""so"""\n', [["two\nlines", 'says "so"']]],
    ['"not closed\tb', [['"not closed', "b"]]],
    ['say "so"\tb', [['say "so"', "b"]]],
    ["'=A1\t'-2", [["=A1", "-2"]]],
    ["a\n\nb\n", [["a"], [""], ["b"]]],
  ])("%j", (text, block) => expect(readBlock(text)).toEqual(block));

  it("comes back as it was written, and runs no formula", () => {
    expect(writeBlock([["=A1", "@x", "+1", "-1", "a=1"]])).toBe("'=A1\t'@x\t'+1\t'-1\ta=1");
    const pieces = ["=", "+", "@", "-", '"', "\t", "\n", "'", "a", "é ", "1"];
    for (let seed = 1; seed < 2000; seed++) {
      const pick = random(seed);
      const block = Array.from({ length: 1 + pick(3) }, () =>
        Array.from({ length: 2 }, () => {
          const text = Array.from({ length: pick(5) }, () => pieces[pick(pieces.length)]).join("");
          return /^['\t]/.test(text) ? `a${text}` : text; // what is freed on the way in
        }),
      );
      if (block.at(-1)?.every((cell) => cell === "")) block.push(["x", "y"]);
      const text = writeBlock(block);
      expect([text, readBlock(text)]).toEqual([text, block]);
    }
  });
});
