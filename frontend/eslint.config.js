// What ESLint asks of the editor: strict types, and who may import whom (design: views -> interactions ->
// actions -> sync -> model; text and the tokens stand beside them and import nothing).
import importX, { createNodeResolver } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";

const layers = ["model", "sync", "actions", "interactions", "views"];

/** A layer may import itself, what stands before it, and `text`; never what stands after it. */
const zones = [
  ...layers.map((layer, at) => ({
    target: `./src/${layer}`,
    from: [...layers.slice(at + 1).map((later) => `./src/${later}`), "./src/main.ts"],
    message: "views -> interactions -> actions -> sync -> model, never the other way.",
  })),
  ...["model", "sync"].map((layer) => ({
    target: `./src/${layer}`,
    from: "./src/text",
    message: "What a person reads is worded in actions and above.",
  })),
  {
    target: "./src/text",
    from: layers.map((layer) => `./src/${layer}`),
    message: "The catalogue imports nothing.",
  },
];

const framework = {
  group: ["preact", "preact/*", "@preact/signals"],
  message: "Only views/ and main.ts import Preact.",
};
const signals = {
  group: ["@preact/signals-core"],
  message: "Model, sync and text are plain TypeScript; signals begin in actions.",
};
/** An effect runs after a frame: a key pressed before it would go to what had the focus before. */
const lateFocus = {
  selector:
    "CallExpression[callee.name='useEffect'] MemberExpression[property.name=/^(focus|select|setSelectionRange)$/]",
  message: "Lead the focus in useLayoutEffect: a key that is pressed at once must find it.",
};
const restricted = (...patterns) => ({ "no-restricted-imports": ["error", { patterns }] });

export default tseslint.config(
  // public/ is served as it stands, outside the TypeScript project.
  { ignores: ["dist", "node_modules", "public", "eslint.config.js"] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { "import-x": importX },
    settings: {
      "import-x/resolver-next": [createNodeResolver({ extensions: [".ts", ".tsx", ".js", ".json"] })],
    },
    rules: {
      "import-x/no-restricted-paths": ["error", { zones }],
      "import-x/no-cycle": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { ignoreRestSiblings: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-invalid-void-type": "off",
    },
  },
  { files: ["src/{model,sync,text}/**"], rules: restricted(framework, signals) },
  { files: ["src/{actions,interactions}/**"], rules: restricted(framework) },
  { files: ["src/**"], rules: { "no-restricted-syntax": ["error", lateFocus] } },
  // The router walks lists by index: a check of every entry would say nothing.
  { files: ["tests/**", "src/views/links/**"], rules: { "@typescript-eslint/no-non-null-assertion": "off" } },
);
