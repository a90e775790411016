/** French: what is done on the sheet by hand: drags, selection, columns, curves, the map. */
export const direct = {
  "direct.link.move": "Mener le lien vers une autre étape",
  "direct.select.all": "Tout sélectionner",
  "direct.gesture.extend": "Étendre la sélection",
  "direct.gesture.pull": "Lien choisi\u00a0: mener sa fin ailleurs (avec Maj, son début)",
  "direct.gesture.resize": "Colonne de l’instant\u00a0: moins large, plus large",
  "direct.column.drag": "Tirer pour changer la largeur, double clic pour la rendre à la feuille",
  "direct.column.reset": "Rendre sa largeur à la colonne",
  "direct.zoom.selection": "Zoomer sur la sélection",
  "direct.zoom.phase": "Zoomer sur la phase",
  "direct.zoom.phaseNamed": "Zoomer sur «\u00a0{title}\u00a0»",
  "direct.zoom.natural": "Taille réelle",
  "direct.map": "Plan de la feuille",
  "direct.map.close": "Masquer le plan (Alt+O)",
  "direct.feeling": "{half}, {moment}",
  "direct.feeling.mean": "{value}, moyenne de {n} étape|{value}, moyenne de {n} étapes",

  "direct.said.selected": "{n} étape sélectionnée|{n} étapes sélectionnées",
  "direct.said.pull.target":
    "Fin du lien qui vient de «\u00a0{title}\u00a0»\u00a0: flèches pour choisir, Entrée pour valider, Échap pour abandonner",
  "direct.said.pull.source":
    "Début du lien qui mène à «\u00a0{title}\u00a0»\u00a0: flèches pour choisir, Entrée pour valider, Échap pour abandonner",

  "direct.said.column": "{title}\u00a0: {n} pixels de large",
  "direct.said.column.reset": "{title}\u00a0: largeur de la feuille",
  "direct.said.feeling": "{half}, {moment}\u00a0: {value}",
  "direct.said.map.on": "Plan de la feuille affiché",
  "direct.said.map.off": "Plan de la feuille masqué",
} as const;
