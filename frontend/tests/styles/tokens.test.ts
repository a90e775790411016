/** The style sheet's colours are those of the printed sheet, and can be read. */
import { expect, test } from "vitest";
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

const { colour } = tokens;
const grounds = [
  colour.paper,
  colour.card,
  colour["lane-customer"],
  colour["lane-frontstage"],
  colour["lane-backstage"],
  colour["lane-support"],
];

test.each(["ink", "muted", "customer", "employee", "support"] as const)(
  "%s can be read on every ground",
  (name) => {
    for (const ground of grounds) expect(contrast(colour[name], ground)).toBeGreaterThanOrEqual(4.5);
  },
);
test.each(["border", "link", "rework", "evidence"] as const)("%s can be seen on every ground", (name) => {
  for (const ground of grounds) expect(contrast(colour[name], ground)).toBeGreaterThanOrEqual(3);
});
