/** French: what sheet say. Keys begin with the area's name. */
export const sheet = {
  "sheet.name": "Feuille",
} as const;
