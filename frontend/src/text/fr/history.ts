/** French: what changes are called in the history. Keys begin with the area's name. */
export const history = {
  "history.direct": "{label} {title}",
  "history.about": "{label} ({title})",
  "history.several": "{label} ({n})",
  "history.move": "Déplacer l’étape|Déplacer {n} étapes",
  "history.delete": "Supprimer l’étape|Supprimer {n} étapes",
  "history.duplicate": "Dupliquer l’étape|Dupliquer {n} étapes",
} as const;
