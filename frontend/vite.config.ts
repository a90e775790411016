/** How the editor is built (a manifest that the Django template reads) and how its tests run. */
import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";

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
    include: ["tests/**/*.test.{ts,tsx}"],
    setupFiles: ["tests/setup.ts"],
    benchmark: { include: ["tests/bench/*.bench.ts"] },
    css: { include: [/\.css\?raw$/] }, // what a test reads as text
    environment: "node", // a file that needs a page says so: // @vitest-environment jsdom
  },
});
