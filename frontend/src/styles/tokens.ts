/** Colours, strokes and radii of `blueprint/drawing/tokens.json` as CSS custom properties: screen and print share them. */

type Colours = Readonly<Record<string, string>>;

export interface Tokens {
  /** The light theme, which is also what is printed. */
  readonly colour: Colours;
  /** The same names for the screen's other themes. */
  readonly themes: { readonly dark: Colours; readonly contrast: Colours; readonly "contrast-dark": Colours };
  readonly stroke: Readonly<Record<string, number>>;
  readonly dash: Readonly<Record<string, readonly number[]>>;
  readonly radius: Readonly<Record<string, number>>;
  readonly font: { readonly family: string; readonly fallback: string };
}

const AUTO = ":root:not([data-theme])";
const DARK = "(prefers-color-scheme: dark)";
const MORE = "(prefers-contrast: more)";

/**
 * What `tokens.css` holds; a test keeps the file true. Where no theme was chosen (`data-theme` on the root, see
 * `pages/theme.html`) the device's wishes count; high contrast is dark or light as the device is.
 */
export function tokensCss({ colour, themes, stroke, dash, radius, font }: Tokens): string {
  const sizes = [
    ...Object.entries(stroke).map(([name, value]) => `--stroke-${name}: ${value}px;`),
    ...Object.entries(dash).map(([name, value]) => `--dash-${name}: ${value.join(" ") || "none"};`),
    ...Object.entries(radius).map(([name, value]) => `--radius-${name}: ${value}px;`),
    `--font: "${font.family} Variable", "${font.family} Beyond", "${font.family}", ${font.fallback};`, // see fonts.css
  ];
  const { dark, contrast } = themes;
  return [
    "/* From blueprint/drawing/tokens.json; made by tests/styles/tokens.test.ts (npx vitest run -u tests/styles). */",
    rule(":root", [...properties("light", colour), ...sizes]),
    media(DARK, rule(AUTO, properties("dark", dark))),
    rule(':root[data-theme="dark"]', properties("dark", dark)),
    media(MORE, rule(AUTO, properties("light", contrast))),
    rule(':root[data-theme="contrast"]', properties("light", contrast)),
    media(`${MORE} and ${DARK}`, rule(AUTO, properties("dark", themes["contrast-dark"]))),
    media(DARK, rule(':root[data-theme="contrast"]', properties("dark", themes["contrast-dark"]))),
    "",
  ].join("\n");
}

const properties = (scheme: "light" | "dark", colours: Colours): string[] => [
  `color-scheme: ${scheme};`,
  ...Object.entries(colours).map(([name, value]) => `--${name}: ${value};`),
];
const rule = (selector: string, lines: readonly string[]): string =>
  `${selector} {\n${lines.map((line) => `  ${line}\n`).join("")}}`;
const media = (query: string, inner: string): string => `@media ${query} {\n${inner.replace(/^/gm, "  ")}\n}`;
