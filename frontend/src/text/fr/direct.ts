/** French: what is done on the sheet by hand: drags, selection, columns, curves, the map. */
export const direct = {
  "direct.link.move": "Mener le lien vers une autre étape",
  "direct.select.all": "Tout sélectionner",
  "direct.gesture.extend": "Étendre la sélection",
  "direct.gesture.pull": "Lien choisi\u00a0: mener sa fin ailleurs (avec Maj, son début)",

  "direct.said.selected": "{n} étape sélectionnée|{n} étapes sélectionnées",
  "direct.said.pull.target":
    "Fin du lien qui vient de «\u00a0{title}\u00a0»\u00a0: flèches pour choisir, Entrée pour valider, Échap pour abandonner",
  "direct.said.pull.source":
    "Début du lien qui mène à «\u00a0{title}\u00a0»\u00a0: flèches pour choisir, Entrée pour valider, Échap pour abandonner",
} as const;
