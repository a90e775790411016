/** French: what changes are called in the history. Keys begin with the area's name. */
export const history = {
  "history.direct": "{label} {title}",
  "history.about": "{label} ({title})",
  "history.several": "{label} ({n})",
} as const;
