/** French: the search in the sheet. Keys begin with the area's name. */
export const find = {
  "find.open": "Chercher dans la feuille",
  "find.name": "Recherche dans la feuille",
  "find.placeholder": "Titre, parole, note, outil, personne",
  "find.count": "{at} sur {n}",
  "find.none": "rien trouvé",
  "find.next": "Suivant",
  "find.previous": "Précédent",
  "find.close": "Fermer et aller à ce qui est trouvé",
  "find.within": "«\u00a0{title}\u00a0»\u00a0: {part}",
  "find.part.said": "dans ce qui est dit",
  "find.part.note": "dans une note",
  "find.part.tool": "dans les outils",
  "find.part.information": "dans les informations",
  "find.part.actor": "dans qui le fait",
  "find.part.channel": "dans le canal",
} as const;
