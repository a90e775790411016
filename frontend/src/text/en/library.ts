/** English: the library of a blueprint, where its entries are used, merging and losing them. */
export const library = {
  "library.merge": "Merge two entries of the library",
  "library.merge.tool": "Merge two tools",
  "library.merge.information": "Merge two pieces of information",
  "library.merge.actor": "Merge two actors",
  "library.merge.channel": "Merge two channels",
  "library.said.merged": "“{other}” is now part of “{title}”. Ctrl+Z takes it back",
} as const;
