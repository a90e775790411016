// @vitest-environment jsdom
/** Links beyond the first look at a large sheet are drawn when there is time, or when one is asked for. */
import { beforeEach, expect, it } from "vitest";
import type { Link } from "../../../src/model/records";
import { LinkLayer } from "../../../src/views/links/layer";
import type { Route } from "../../../src/views/links/routing";

const link = (id: string): Link => ({ id, source: "a", target: "b", kind: "flow" }) as Link;
const route = (id: string, x: number): Route => ({ id, points: [x, 10, x + 40, 10] });
const NEAR = { x: 1000, y: 1000 };
const LINKS = new Map(["near", "far"].map((id) => [id, link(id)]));
const ROUTES = [route("near", 20), route("far", 5000)];

let layer: LinkLayer;
const shown = (): (string | null)[] =>
  [...document.querySelectorAll("[data-link]")].map((one) => one.getAttribute("data-link"));

beforeEach(() => {
  document.body.innerHTML = "<div><svg></svg></div>";
  layer = new LinkLayer(document.querySelector("svg")!);
});

it("draws what comes within reach, and the rest once it reaches everything", () => {
  layer.draw(ROUTES, LINKS, undefined, NEAR);
  expect(shown()).toEqual(["near"]);
  layer.draw(ROUTES, LINKS);
  expect(shown().sort()).toEqual(["far", "near"]);
});

it("leaves what begins below the reach, as what begins beside it", () => {
  const below: Route = { id: "far", points: [20, 1500, 60, 1500] };
  layer.draw([route("near", 20), below], LINKS, undefined, NEAR);
  expect(shown()).toEqual(["near"]);
});

it("draws one out of reach that is asked for, once", () => {
  layer.draw(ROUTES, LINKS, undefined, NEAR);
  expect(layer.element("far")?.querySelector(".link-line")?.getAttribute("d")).toContain("M5000 10");
  layer.draw(ROUTES, LINKS);
  expect(shown().sort()).toEqual(["far", "near"]);
});

it("does not draw one that is gone meanwhile", () => {
  layer.draw(ROUTES, LINKS, undefined, NEAR);
  layer.draw(ROUTES.slice(0, 1), new Map([["near", link("near")]]), undefined, NEAR);
  expect(layer.element("far")).toBeNull();
  expect(shown()).toEqual(["near"]);
});
