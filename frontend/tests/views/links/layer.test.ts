// @vitest-environment jsdom
/** Links beyond the first look at a large sheet are drawn when there is time, or when one is asked for. */
import { beforeEach, expect, it } from "vitest";
import type { Link } from "../../../src/model/records";
import { LinkLayer } from "../../../src/views/links/layer";
import type { Route } from "../../../src/views/links/routing";

const link = (id: string): Link => ({ id, source: "a", target: "b", kind: "flow" }) as Link;
const route = (id: string, x: number): Route => ({ id, points: [x, 10, x + 40, 10] });
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
  layer.draw(ROUTES, LINKS, undefined, 1000);
  expect(shown()).toEqual(["near"]);
  layer.draw(ROUTES, LINKS);
  expect(shown().sort()).toEqual(["far", "near"]);
});

it("draws one out of reach that is asked for, once", () => {
  layer.draw(ROUTES, LINKS, undefined, 1000);
  expect(layer.element("far")?.querySelector(".link-line")?.getAttribute("d")).toContain("M5000 10");
  layer.draw(ROUTES, LINKS);
  expect(shown().sort()).toEqual(["far", "near"]);
});

it("does not draw one that is gone meanwhile", () => {
  layer.draw(ROUTES, LINKS, undefined, 1000);
  layer.draw(ROUTES.slice(0, 1), new Map([["near", link("near")]]), undefined, 1000);
  expect(layer.element("far")).toBeNull();
  expect(shown()).toEqual(["near"]);
});
