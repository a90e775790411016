/** French: what the frame says. Keys begin with the area's name. */
export const shell = {
  "shell.bar": "Barre du haut",
  "shell.list": "Tous les blueprints",
  "shell.title": "Titre, épisode, chiffres, outils",
  "shell.menu": "Tout ce qu’on peut faire",
  "shell.close": "Fermer",
  "shell.dismiss": "Écarter ce message",

  "shell.saved": "enregistré",
  "shell.saving": "enregistrement…",
  "shell.unsaved": "{n} non enregistrée|{n} non enregistrées",
  "shell.offline": "hors ligne",
  "shell.banner.unsaved":
    "{n} modification non enregistrée, nouvel essai… Elle attend dans ce navigateur.|{n} modifications non enregistrées, nouvel essai… Elles attendent dans ce navigateur.",
  "shell.banner.offline": "Le serveur ne répond pas, nouvel essai…",

  "shell.undo": "Annuler\u00a0: {label}",
  "shell.undo.none": "Rien à annuler",
  "shell.redo": "Rétablir\u00a0: {label}",
  "shell.redo.none": "Rien à rétablir",
  "shell.flags.all": "{n} friction, toutes sur la feuille|{n} frictions, toutes sur la feuille",
  "shell.flags.few": "{n} sur {all}, frictions sur la feuille|{n} sur {all}, frictions sur la feuille",
  "shell.flags.of": "{n} sur {all}",
  "shell.twins": "Aujourd’hui et la cible",
  "shell.export": "Exporter",
  "shell.exporting": "Export…",

  "shell.help.title": "Raccourcis clavier",
  "shell.help.search": "Chercher un raccourci",
  "shell.help.count": "{n} raccourci|{n} raccourcis",
  "shell.help.gestures": "Se déplacer et relier",

  "shell.loading": "Ouverture…",
  "shell.failed": "La feuille n’a pas pu être ouverte.",
  "shell.retry": "Réessayer",
} as const;
