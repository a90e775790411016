/** English: what sheet say; the keys are those of the French file. */
import type { sheet as french } from "../fr/sheet";

export const sheet: Record<keyof typeof french, string> = {
  "sheet.name": "Sheet",
};
