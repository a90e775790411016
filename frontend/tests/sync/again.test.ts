/** What an answer says again keeps its identity. */
import { expect, it } from "vitest";
import { again } from "../../src/sync/again";

interface Item {
  readonly id: string;
  readonly steps?: readonly string[];
  readonly evidence?: Readonly<Record<string, unknown>>;
}
const items = (): Item[] => [
  { id: "a", steps: ["x", "y"], evidence: { count: 2, tools: ["crm"] } },
  { id: "b", steps: [], evidence: { times: null } },
];
const kept = (next: readonly Item[], before: readonly Item[]): readonly Item[] =>
  again(next, before, ({ id }) => id);

it("gives back the list that it had where nothing is new", () => {
  const before = items();
  expect(kept(items(), before)).toBe(before);
});

it("keeps what is the same, wherever it stands now", () => {
  const [a, b] = items() as [Item, Item];
  const [first, second, third] = kept([{ id: "c" }, ...items().reverse()], [a, b]);
  expect(first).toEqual({ id: "c" });
  expect(second).toBe(b);
  expect(third).toBe(a);
});

it("lets go what is gone", () => {
  const [a, b] = items() as [Item, Item];
  expect(kept([items()[1] as Item], [a, b])).toEqual([b]);
});

it.each<[string, Item]>([
  ["a value", { id: "a", steps: ["x", "y"], evidence: { count: 3, tools: ["crm"] } }],
  ["an item of a list", { id: "a", steps: ["x", "z"], evidence: { count: 2, tools: ["crm"] } }],
  ["a longer list", { id: "a", steps: ["x", "y", "z"], evidence: { count: 2, tools: ["crm"] } }],
  ["a field that is gone", { id: "a", steps: ["x", "y"] }],
  ["a field that came", { id: "a", steps: ["x", "y"], evidence: { count: 2, tools: ["crm"], more: 1 } }],
  ["a list for an object", { id: "a", steps: ["x", "y"], evidence: { count: 2, tools: { 0: "crm" } } }],
])("takes the new one where %s differs", (_what, changed) => {
  const before = items();
  const [first, second] = kept([changed, items()[1] as Item], before);
  expect(first).toBe(changed);
  expect(second).toBe(before[1]);
});
