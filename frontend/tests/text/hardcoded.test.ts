/** Every word that a person meets in a view comes from the catalogues: none is written into the markup. */
import ts from "typescript";
import { expect, it } from "vitest";

const SOURCES = import.meta.glob<string>("../../src/**/*.tsx", {
  eager: true,
  query: "?raw",
  import: "default",
});
/** Attributes that are read to a person, or shown. */
const SPOKEN =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label)$/;
/** The same in every language: the product's own name. */
const NAMES = new Set(["Rectoverso"]);
const LETTERS = /\p{L}{2}|^\p{L}$/u;

/** The words in a file's markup, with their lines. */
function words(name: string, source: string): string[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const tell = (node: ts.Node, text: string): void => {
    if (!LETTERS.test(text.trim()) || NAMES.has(text.trim())) return;
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${name}:${line + 1} ${text.trim()}`);
  };
  /** What an expression may become on the page: literals, also in a choice or put together, but no arguments. */
  const shown = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) tell(node, node.text);
    else if (ts.isTemplateExpression(node)) {
      tell(node, [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(" "));
    } else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(shown);
    else if (ts.isParenthesizedExpression(node)) shown(node.expression);
    else if (ts.isBinaryExpression(node)) {
      const kind = node.operatorToken.kind;
      if (kind === ts.SyntaxKind.PlusToken) shown(node.left);
      if (kind === ts.SyntaxKind.PlusToken || isChoice(kind)) shown(node.right);
    }
  };
  const walk = (node: ts.Node): void => {
    if (ts.isJsxText(node)) tell(node, node.text);
    else if (ts.isJsxExpression(node) && node.expression !== undefined && !ts.isJsxAttribute(node.parent)) {
      shown(node.expression);
    } else if (ts.isJsxAttribute(node) && SPOKEN.test(node.name.getText())) {
      const value = node.initializer;
      if (value !== undefined) shown(ts.isJsxExpression(value) ? (value.expression ?? value) : value);
    }
    ts.forEachChild(node, walk);
  };
  walk(file);
  return found;
}

const isChoice = (kind: ts.SyntaxKind): boolean =>
  kind === ts.SyntaxKind.AmpersandAmpersandToken ||
  kind === ts.SyntaxKind.BarBarToken ||
  kind === ts.SyntaxKind.QuestionQuestionToken;

it("sees a word wherever it may stand", () => {
  const found = (source: string): number => words("a.tsx", source).length;
  expect(found("const a = <p>Bonjour</p>;")).toBe(1);
  expect(found('const a = <p>{"Hello"}</p>;')).toBe(1);
  expect(found('const a = <p>{n > 1 ? "many" : "one"} {on && "now"}</p>;')).toBe(3);
  expect(found("const a = <p>{`${n} cards`}</p>;")).toBe(1);
  expect(found('const a = <input aria-label="Title" placeholder={"Type"} title={x ?? "None"} />;')).toBe(3);
  expect(found('const a = <p class="word" data-on="sheet">{t("shell.close")} · + {n}</p>;')).toBe(0);
});

it.each(Object.entries(SOURCES))("%s says nothing by itself", (name, source) => {
  expect(words(name.replace("../../src/", ""), source)).toEqual([]);
});
