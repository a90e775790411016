/** English: what links say; the keys are those of the French file. */
import type { links as french } from "../fr/links";

export const links: Record<keyof typeof french, string> = {
  "links.name": "Links",
};
