/** How the editor is built (a manifest that the Django template reads) and how its tests run. */
import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";

const PAGE = "{views,actions,interactions}";

export default defineConfig({
  plugins: [preact()],
  base: "/static/",
  build: {
    outDir: "dist",
    manifest: "manifest.json",
    target: "es2022",
    assetsInlineLimit: 0, // the content security policy admits no data: addresses
    modulePreload: { polyfill: false }, // it would be an inline script
    rolldownOptions: { input: ["src/main.fr.ts", "src/main.en.ts", "src/pages.ts"] },
  },
  test: {
    setupFiles: ["tests/setup.ts"],
    benchmark: { include: ["tests/bench/*.bench.ts"] },
    css: { include: [/\.css\?raw$/] }, // what a test reads as text
    environment: "node", // a file that needs a page says so: // @vitest-environment jsdom
    projects: [
      { extends: true, test: { name: "page", include: [`tests/${PAGE}/**/*.test.{ts,tsx}`] } },
      {
        extends: true,
        test: {
          name: "plain",
          include: ["tests/**/*.test.{ts,tsx}"],
          exclude: [`tests/${PAGE}/**`],
          isolate: false, // modules without a page keep nothing from test to test: loaded once
          benchmark: { exclude: ["**"] }, // once is enough
        },
      },
    ],
  },
});
