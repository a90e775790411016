/** English: what shell say; the keys are those of the French file. */
import type { shell as french } from "../fr/shell";

export const shell: Record<keyof typeof french, string> = {
  "shell.name": "Rectoverso",
};
