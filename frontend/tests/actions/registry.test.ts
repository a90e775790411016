/** Every verb is found by its file, is called something, and has keys of its own. */
import { describe, expect, it } from "vitest";
import { GROUPS } from "../../src/actions/action";
import { gestures } from "../../src/actions/keyboard";
import { actions } from "../../src/actions/registry";
import { isKey } from "../../src/text";

const files = Object.entries(
  import.meta.glob<Record<string, unknown>>("../../src/actions/verbs/*.ts", { eager: true }),
);

describe("the registry", () => {
  it.each(files)("%s holds the verb of its name", (path, module) => {
    const id = /([^/]+)\.ts$/.exec(path)?.[1];
    const found = actions.filter((action) => Object.values(module).includes(action));
    expect(found.map((action) => action.id)).toEqual([id]);
  });

  it("calls each by a sentence of the catalogue, in a group of the menu", () => {
    for (const { label, group } of actions) {
      expect(isKey(label), label).toBe(true);
      expect(GROUPS).toContain(group);
    }
  });

  it("gives no key to two in one scope, gestures included", () => {
    const taken = [
      ...actions.flatMap(({ id, scope, keys }) => Object.keys(keys).map((key) => [`${scope} ${key}`, id])),
      ...gestures.flatMap(({ label, scope, keys }) => keys.map((key) => [`${scope} ${key}`, label])),
    ];
    const doubled = taken.filter(([key], i) => taken.findIndex(([other]) => other === key) !== i);
    expect(doubled).toEqual([]);
  });

  it("writes keys in the notation that is looked up", () => {
    const notation = /^(Mod\+)?(Alt\+)?(Shift\+)?(\+|[^+A-Z]|[A-Z][A-Za-z0-9]+)$/;
    for (const { id, keys } of actions)
      for (const key of Object.keys(keys)) expect(key, id).toMatch(notation);
  });
});
