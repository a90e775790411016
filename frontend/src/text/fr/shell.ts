/** French: what shell say. Keys begin with the area's name. */
export const shell = {
  "shell.name": "Rectoverso",
} as const;
