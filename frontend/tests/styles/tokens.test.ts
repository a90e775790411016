/** The style sheet's colours are those of the printed sheet, and can be read in every theme. */
import { describe, expect, it, test } from "vitest";
import tokens from "../../../blueprint/drawing/tokens.json";
import { tokensCss } from "../../src/styles/tokens";

test("tokens.css holds what tokens.json says", async () => {
  await expect(tokensCss(tokens)).toMatchFileSnapshot("../../src/styles/tokens.css");
});

const luminance = (colour: string): number => {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
};
const contrast = (a: string, b: string): number => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
};

type Colours = Readonly<Record<string, string>>;
const themes: readonly (readonly [name: string, colours: Colours, text: number])[] = [
  ["light", tokens.colour, 4.5],
  ["dark", tokens.themes.dark, 4.5],
  ["contrast", tokens.themes.contrast, 7],
  ["contrast-dark", tokens.themes["contrast-dark"], 7],
];
const GROUNDS = [
  "paper",
  "card",
  "lane-evidence",
  "lane-customer",
  "lane-frontstage",
  "lane-backstage",
  "lane-support",
];
const TINTS = ["customer-tint", "employee-tint", "support-tint", "evidence-tint", "friction-tint"];
const TEXT = ["ink", "muted", "customer", "employee", "support"];
const MARKS = ["border", "link", "rework", "evidence", "focus"];

describe.each(themes)("in the theme %s", (_name, colours, least) => {
  const of = (name: string): string => {
    const colour = colours[name];
    if (colour === undefined) throw new Error(`no colour ${name}`);
    return colour;
  };

  it("names the same colours as the others", () =>
    expect(Object.keys(colours).sort()).toEqual(Object.keys(tokens.colour).sort()));

  it.each(TEXT)("%s can be read on every ground and tint", (name) => {
    for (const ground of [...GROUNDS, ...TINTS])
      expect(contrast(of(name), of(ground)), ground).toBeGreaterThanOrEqual(least);
  });

  it.each(MARKS)("%s can be seen on every ground and tint", (name) => {
    for (const ground of GROUNDS) expect(contrast(of(name), of(ground)), ground).toBeGreaterThanOrEqual(3);
  });

  it("what is written on a filled ground can be read", () => {
    const pairs = [
      ["inverse", "ink"],
      ["inverse", "employee"],
      ["inverse", "customer"],
      ["on-strong", "strong"],
      ["on-friction", "friction"],
    ] as const;
    for (const [text, ground] of pairs)
      expect(contrast(of(text), of(ground)), text).toBeGreaterThanOrEqual(least);
  });

  it("a flag stands out from every ground, by its fill or its edge", () => {
    for (const ground of GROUNDS) {
      const best = Math.max(contrast(of("friction"), of(ground)), contrast(of("on-friction"), of(ground)));
      expect(best, ground).toBeGreaterThanOrEqual(3);
    }
  });

  it("every rule that sets both text and ground sets a pair that can be read", () => {
    for (const { file, selector, text, ground } of pairsOfRules()) {
      if (colours[text] === undefined || colours[ground] === undefined) continue;
      expect(contrast(of(text), of(ground)), `${file}: ${selector}`).toBeGreaterThanOrEqual(least);
    }
  });
});

const sheets = Object.entries(
  import.meta.glob<string>("../../src/styles/*.css", { query: "?raw", import: "default", eager: true }),
)
  .filter(([path]) => !path.endsWith("tokens.css"))
  .map(([path, css]) => [path.replace(/^.*\//, ""), css.replace(/\/\*.*?\*\//gs, "")] as const);

function pairsOfRules(): { file: string; selector: string; text: string; ground: string }[] {
  return sheets.flatMap(([file, css]) =>
    [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap((rule) => {
      const [, selector = "", body = ""] = rule;
      const text = /(?:^|[\s;])color:\s*var\(--([\w-]+)\)/.exec(body)?.[1];
      const ground = /background(?:-color)?:\s*var\(--([\w-]+)\)/.exec(body)?.[1];
      return text === undefined || ground === undefined
        ? []
        : [{ file, selector: selector.trim(), text, ground }];
    }),
  );
}

it("finds the rules that it speaks of", () => expect(pairsOfRules().length).toBeGreaterThan(20));

it.each(sheets)("%s takes its colours from the tokens", (_file, css) => {
  const own = [...css.matchAll(/^.*(?:#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\().*$/gim)]
    .map(([line]) => line.trim())
    .filter((line) => !/^(?:--|box-shadow:)/.test(line)); // veil and shadows lie over any theme
  expect(own).toEqual([]);
});
