/** English: what findings say; the keys are those of the French file. */
import type { findings as french } from "../fr/findings";

export const findings: Record<keyof typeof french, string> = {
  "findings.name": "Friction",
};
