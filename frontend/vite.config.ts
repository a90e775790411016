/** How the editor is built (a manifest that the Django template reads) and how its tests run. */
import preact from "@preact/preset-vite";
import type { Rolldown } from "vite";
import { defineConfig } from "vitest/config";

interface Context {
  getModuleInfo(id: string): Pick<Rolldown.ModuleInfo, "importedIds"> | null;
}

const PAGE = "{views,actions,interactions}";

/** What a page needs from the start: all that this entry imports, and what that imports in turn. */
function reach(entry: string, context: Context): ReadonlySet<string> {
  const known = reached.get(entry);
  if (known !== undefined) return known;
  const found = new Set<string>();
  const root = decodeURI(new URL(entry, import.meta.url).pathname);
  if (context.getModuleInfo(root) === null) throw new Error(`${root} is not among what is built`);
  const waiting = [root];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    waiting.push(...(context.getModuleInfo(id)?.importedIds ?? []));
  }
  reached.set(entry, found);
  return found;
}
const reached = new Map<string, ReadonlySet<string>>();

/**
 * Two more files instead of twenty: what the editor needs from the start, and what the other pages need of it as well. Each
 * file is one more question to a server that answers few at a time. Parts that come later keep files of their own.
 */
function chunkOf(id: string, context: Context): string | null {
  if (!reach("src/main.ts", context).has(id)) return null;
  return reach("src/pages.ts", context).has(id) ? "common" : "editor";
}

/** What asks for the records is a file of its own, which runs before the rest of the script has come. */
const asked = {
  name(id: string, context: Context): string | null {
    if (!reach("src/first.ts", context).has(id)) return null;
    if (reach("src/pages.ts", context).has(id))
      throw new Error(`${id}: other pages would ask for the records of no blueprint`);
    return "first";
  },
  priority: 1, // before the group that needs it
  debugName: "asked for first",
};

export default defineConfig({
  plugins: [preact(), { name: "reach-anew", buildStart: () => reached.clear() }],
  base: "/static/",
  build: {
    outDir: "dist",
    manifest: "manifest.json",
    target: "es2022",
    assetsInlineLimit: 0, // the content security policy admits no data: addresses
    modulePreload: { polyfill: false }, // it would be an inline script
    rolldownOptions: {
      input: ["src/first.ts", "src/main.fr.ts", "src/main.en.ts", "src/pages.ts"],
      output: { codeSplitting: { groups: [asked, { name: chunkOf, debugName: "first load" }] } },
    },
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
