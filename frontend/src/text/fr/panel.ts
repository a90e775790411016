/** French: what panel say. Keys begin with the area's name. */
export const panel = {
  "panel.name": "Panneau",
} as const;
