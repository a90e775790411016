"""What a workshop says of a water damage claim, as it is typed: ten moments, five lanes, sixty steps, facts.

Between braces stand the keys that are pressed. Nothing is completed from a list: all names are typed.
"""

from __future__ import annotations

TITLE = "Dégât des eaux, de la fuite au virement"

MOMENTS = (
    "Constate le dégât{Tab}Déclare le sinistre{Tab}Reçoit l’accusé{Tab}Envoie ses pièces{Tab}"
    "Attend l’expert{Tab}Reçoit l’expert{Tab}Attend l’offre{Tab}Discute l’offre{Tab}"
    "Fait réparer{Tab}Est indemnisé{Enter}"
)

EVIDENCE = (
    "Plafond taché{Enter}Formulaire en ligne{Enter}SMS d’accusé{Enter}Liste des pièces{Enter}{Tab}"
    "Carte de l’expert{Enter}{Tab}Lettre d’offre{Enter}Devis de l’artisan{Enter}"
    "Virement et décompte{Shift+Tab}{Escape}"
)

# Each is linked to the one before it: in the next moment, or below it in the same cell.
CUSTOMER = (
    "Découvre la fuite 10m :(( /o ~Domicile{Alt+ArrowRight}"
    "Cherche son contrat 15m :( /o{Alt+Enter}"
    "Déclare par téléphone 12m+8m :( ~Téléphone !Numéro_de_contrat> !Circonstances> {Alt+ArrowRight}"
    "Reçoit un numéro de dossier 1m :| ~SMS {Alt+ArrowRight}"
    "Photographie les dégâts 20m :|{Alt+Enter}"
    "Envoie ses pièces 15m :( ~E-mail !Photos> !Factures> {Alt+ArrowRight}"
    'Appelle pour un rendez-vous 10m :( 40% ~Téléphone !Numéro_de_contrat> :"Je répète tout."{Alt+Enter}'
    "Reste chez elle pour l’expert +48h :(( /w /e{Alt+ArrowRight}"
    "Accueille l’expert 45m :| * ~Domicile !Circonstances> {Alt+ArrowRight}"
    "Guette une réponse +96h :(( /w /vit{Alt+ArrowRight}"
    "Lit l’offre 10m :( * /vale{Alt+Enter}"
    "Conteste la vétusté 20m :(( 30% ~Téléphone {Alt+ArrowRight}"
    "Choisit un artisan 1h :|{Alt+Enter}"
    "Redonne son adresse 3m :( !Adresse_du_sinistre> {Alt+ArrowRight}"
    "Reçoit le virement 1m :) *{Shift+Tab}{Escape}"
)

FRONT = (
    "Prend la déclaration 12m :| #CRM:8 #Sinistres !Numéro_de_contrat<CRM "
    "!Circonstances>Sinistres:4m <-Déclare {Alt+Enter}"
    "Vérifie la garantie 4m #Contrats:20 !Garanties:1h/24h /l{Alt+ArrowRight}"
    "Annonce un délai 2m !Délai_d’expertise:missing :( ->Reçoit_un {Alt+ArrowRight}"
    "Reçoit les pièces 3m #Messagerie <-Envoie {Alt+Enter}"
    "Réclame une facture 5m #Messagerie /q /m :({Alt+ArrowRight}"
    "Fixe le rendez-vous 8m #Agenda:15 /l <-Appelle {Alt+ArrowRight}"
    "Constate sur place 45m @Expert:3 #Tablette !Circonstances>Tablette:10m <-Accueille {Alt+Enter}"
    "Rassure sur la suite 5m @Expert /f :|{Alt+ArrowRight}"
    "Répond à une relance 6m #CRM #Sinistres #Messagerie :(( /q /i <-Guette {Alt+ArrowRight}"
    "Explique l’offre 15m /f /vol <-Lit {Alt+Enter}"
    "Demande une dérogation 3m #Messagerie :(( /q /m /i <-Conteste {Alt+ArrowRight}"
    "Propose un artisan 4m #Réseau_artisans <-Choisit {Alt+Enter}"
    "Saisit l’adresse 3m #Réseau_artisans !Adresse_du_sinistre>Réseau_artisans:2m <-Redonne {Alt+ArrowRight}"
    "Confirme le paiement 2m #CRM :) ->Reçoit_le {Shift+Tab}{Escape}"
)

BACK = (
    "Ouvre le dossier 5m+30m #Sinistres !Circonstances>Sinistres:3m <-Prend {Enter}"
    "Évalue la gravité 6m /d <-Ouvre {Alt+Enter}"
    "Mandate un expert 4m+24h #Mandats !Adresse_du_sinistre>Mandats:2m {Enter}"
    "Classe les pièces 8m #GED !Factures>GED:2m <-Reçoit_les {Alt+Enter}"
    "Cherche une pièce manquante 12m /s :( #GED #Messagerie #Sinistres ->Réclame {Enter}"
    "Planifie la tournée 10m @Planification:2 #Agenda ->Fixe <-Mandate {Enter}"
    "Rédige le rapport 1h+48h @Expert #Tablette <-Constate {Enter}"
    "Ressaisit le rapport 20m #Sinistres !Circonstances>Sinistres:10m :(( <-Rédige {Alt+Enter}"
    "Calcule l’indemnité 15m #Barème !Garanties<Barème {Alt+Enter}"
    "Responsable valide 2m+24h /a @Responsable:1 #Messagerie {Alt+Enter}"
    "Directeur valide 1m+48h /a @Directeur:1 #Messagerie ->Lit {Enter}"
    "Accorde la dérogation 2m+12h /a @Responsable <-Demande ->Explique {Enter}"
    "Contrôle la facture 8m #GED <-Saisit {Enter}"
    "Ordonne le paiement 3m #Comptabilité:30 <-Contrôle ->Confirme {Alt+Enter}"
    "Clôt le dossier 2m #Sinistres {Shift+Tab}{Escape}"
)

# From below: each carries what stands above it.
SUPPORT = (
    "Base des contrats /x ->Vérifie {Enter}Passerelle SMS /x ->Annonce {Enter}"
    "Numérisation /x @Prestataire:partner ->Classe {Enter}Agenda partagé /x ->Planifie {Enter}"
    "Cabinet d’expertise @Cabinet:partner ->Rédige {Enter}Moteur d’indemnité /x ->Calcule {Enter}{Tab}"
    "Réseau d’artisans @Réseau:partner ->Propose {Enter}"
    "Banque @Banque:partner /x <-Ordonne {Shift+Tab}{Escape}"
)

LANES = (EVIDENCE, CUSTOMER, FRONT, BACK, SUPPORT)


def titles(script: str) -> list[str]:
    """The cards that a lane's script makes, by what of each line is not shorthand."""
    made = []
    for i, part in enumerate(script.replace("}", "{").split("{")):
        words: list[str] = []
        for word in part.split(" ") if i % 2 == 0 else []:
            if not word or word[0] in '@#!:~/*<-+"' or word[0].isdigit():
                break
            words.append(word)
        if words:
            made.append(" ".join(words))
    return made


STEPS = [title for lane in LANES for title in titles(lane)]
