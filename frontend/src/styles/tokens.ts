/** Colours, strokes and radii of `blueprint/drawing/tokens.json` as CSS custom properties: screen and print share them. */

export interface Tokens {
  readonly colour: Readonly<Record<string, string>>;
  readonly stroke: Readonly<Record<string, number>>;
  readonly dash: Readonly<Record<string, readonly number[]>>;
  readonly radius: Readonly<Record<string, number>>;
  readonly font: { readonly family: string; readonly fallback: string };
}

/** What `tokens.css` holds; a test keeps the file true. */
export function tokensCss(tokens: Tokens): string {
  const lines = [
    ...Object.entries(tokens.colour).map(([name, value]) => `--${name}: ${value};`),
    ...Object.entries(tokens.stroke).map(([name, value]) => `--stroke-${name}: ${value}px;`),
    ...Object.entries(tokens.dash).map(([name, value]) => `--dash-${name}: ${value.join(" ") || "none"};`),
    ...Object.entries(tokens.radius).map(([name, value]) => `--radius-${name}: ${value}px;`),
    `--font: "${tokens.font.family}", ${tokens.font.fallback};`,
  ];
  return `/* From blueprint/drawing/tokens.json; made by tests/styles/tokens.test.ts (npx vitest run -u tests/styles). */\n:root {\n${lines
    .map((line) => `  ${line}\n`)
    .join("")}}\n`;
}
