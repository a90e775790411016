/** French: what links say. Keys begin with the area's name. */
export const links = {
  "links.name": "Liens",
  "links.label": "Lien de «\u00a0{source}\u00a0» à «\u00a0{target}\u00a0»",
  "links.leads": "Mène à {titles}.",
  "links.comes": "Vient de {titles}.",
  "links.more": "et {n} autre|et {n} autres",
  "links.said.begin":
    "Relier «\u00a0{title}\u00a0»\u00a0: flèches pour choisir, Entrée pour relier, Échap pour abandonner",
  "links.said.target": "vers «\u00a0{title}\u00a0», {lane}, {moment}",
} as const;
