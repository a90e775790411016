/** Which links a finding lights: those between its steps, and the way there where it skips some. */
import { expect, it } from "vitest";
import type { Link } from "../../../src/model/records";
import { pathOf, wayTo } from "../../../src/views/links/lit";

const links = new Map(
  (["a b", "b c", "c d", "d b", "a d"] as const).map((ends) => {
    const [source, target] = ends.split(" ") as [string, string];
    const link: Link = {
      id: ends,
      order: "",
      source,
      target,
      kind: ends === "d b" ? "rework" : "flow",
      share: null,
    };
    return [ends, link];
  }),
);
const lit = (steps: string[], elements: string[] = []) => [...pathOf(steps, elements, links).links].sort();

it("links between the steps themselves", () => {
  expect(lit(["a", "b"])).toEqual(["a b"]);
  expect(lit(["b", "c", "d"])).toEqual(["b c", "c d", "d b"]);
});
it("the shortest way to a step that none of the others is linked to", () => {
  expect(lit(["a", "c"])).toEqual(["a b", "b c"]);
  expect(lit(["c", "a"])).toEqual(["a b", "b c"]);
});
it("a link that the finding names; nothing for one step alone", () => {
  expect(lit(["d"], ["d b", "tool"])).toEqual(["d b"]);
  expect(lit(["a"])).toEqual([]);
});

it("goes on to the customer along the steps it is given, which then stand out too", () => {
  const path = pathOf(["b"], [], links, ["b", "c", "d"]);
  expect([...path.steps]).toEqual(["b", "c", "d"]);
  expect([...path.links].sort()).toEqual(["b c", "c d", "d b"]);
});
it("finds the way between the customer’s step and the nearest of its own, in either direction", () => {
  expect(wayTo("d", ["a", "b"], links)).toEqual(["a", "d"]);
  expect(wayTo("a", ["c"], links)).toEqual(["a", "b", "c"]);
  expect(wayTo("d", ["d"], links)).toEqual([]);
  expect(wayTo("nowhere", ["a"], links)).toEqual([]);
  expect(wayTo(null, ["a"], links)).toEqual([]);
});
