/** English: what changes are called in the history. Keys begin with the area's name. */
import type { history as french } from "../fr/history";

export const history: Record<keyof typeof french, string> = {
  "history.direct": "{label} {title}",
  "history.about": "{label} ({title})",
  "history.several": "{label} ({n})",
  "history.move": "Move the step|Move {n} steps",
  "history.delete": "Delete the step|Delete {n} steps",
  "history.duplicate": "Duplicate the step|Duplicate {n} steps",
};
