/** English: the way past the top bar. */
export const skip = {
  "skip.sheet": "Skip to the sheet",
  "skip.view": "Skip to the view “{view}”",
} as const;
