/** French: the library of a blueprint, where its entries are used, merging and losing them. */
export const library = {
  "library.merge": "Fusionner deux entrées de la bibliothèque",
  "library.merge.tool": "Fusionner deux outils",
  "library.merge.information": "Fusionner deux informations",
  "library.merge.actor": "Fusionner deux acteurs",
  "library.merge.channel": "Fusionner deux canaux",
  "library.said.merged":
    "«\u00a0{other}\u00a0» fait maintenant partie de «\u00a0{title}\u00a0». Ctrl+Z annule",
} as const;
