/** French: what findings say. Keys begin with the area's name. */
export const findings = {
  "findings.name": "Frictions",
} as const;
