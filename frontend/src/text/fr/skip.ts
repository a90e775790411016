/** French: the way past the top bar. */
export const skip = {
  "skip.sheet": "Aller à la feuille",
  "skip.view": "Aller à la vue «\u00a0{view}\u00a0»",
} as const;
