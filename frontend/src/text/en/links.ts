/** English: what links say. Keys begin with the area's name. */
import type { links as french } from "../fr/links";

export const links: Record<keyof typeof french, string> = {
  "links.name": "Links",
  "links.label": "Link from “{source}” to “{target}”",
  "links.leads": "Leads to {titles}.",
  "links.comes": "Comes from {titles}.",
  "links.more": "and {n} other|and {n} others",
  "links.said.begin": "Link “{title}”: arrows to choose, Enter to link, Escape to abandon",
  "links.said.target": "to “{title}”, {lane}, {moment}",
};
