/** French: what links say. Keys begin with the area's name. */
export const links = {
  "links.name": "Liens",
} as const;
