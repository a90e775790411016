/** French: what the mirror says. */
export const mirror = {
  "mirror.keys":
    "Flèches\u00a0: d’une étape à l’autre, et à travers le pli. Entrée\u00a0: choisir. F2\u00a0: renommer.",
  "mirror.cell.customer": "Client, {moment}",
  "mirror.cell.employee": "Employés, {moment}",
  "mirror.minutes": "Minutes",
  "mirror.felt": "ressenti {value}",
  "mirror.spoken": " — client\u00a0: {customer}. Employés\u00a0: {employee}. {findings}",
  "mirror.findings": "{n} friction à «\u00a0{moment}\u00a0»|{n} frictions à «\u00a0{moment}\u00a0»",
  "mirror.legend.work": "travail",
  "mirror.legend.wait": "attente, de l’autre ou d’un outil",
  "mirror.legend.meet": "la friction d’un côté rejoint la peine de l’autre",
  "mirror.legend.note":
    "Les barres grandissent comme la racine des minutes. Les deux peines sont au bord du pli.",
} as const;
