/** French: what actions say. Keys begin with the area's name. */
export const actions = {
  "actions.step.add": "Ajouter une étape",
} as const;
