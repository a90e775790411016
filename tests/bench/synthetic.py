"""Synthetic blueprints for the benches: N steps and M links like those of a real sheet, always the same.

document = synthetic(200, 300)          # a plain dict in the format of a blueprint file
python tests/bench/synthetic.py 200 300 > big.json
"""

from __future__ import annotations

import json
import random
import sys
from itertools import pairwise
from typing import Any

Record = dict[str, Any]

LANES = [  # kind, title, default actor, part of the steps that stand here
    ("evidence", "Preuves physiques", None, 0.06),
    ("customer", "Parcours client", "client", 0.26),
    ("frontstage", "Conseil", "conseil", 0.20),
    ("frontstage", "Accueil", "accueil", 0.10),
    ("backstage", "Gestion", "gestion", 0.18),
    ("backstage", "Réclamations", None, 0.10),
    ("support", "Support", "support", 0.10),
]
ACTORS = [
    ("client", "Client", "customer"),
    ("conseil", "Conseillère", "employee"),
    ("accueil", "Hôte d’accueil", "employee"),
    ("gestion", "Gestionnaire", "employee"),
    ("expert", "Experte métier", "employee"),
    ("support", "Administration", "employee"),
    ("robot", "Automate", "system"),
]
TOOLS = ["CRM", "Commandes", "Messagerie", "Base de connaissances", "Transport", "Caisse", "ERP", "Tickets"]
CHANNELS = ["Magasin", "Téléphone", "Courriel", "Web"]
INFORMATION = ["Adresse", "Numéro de commande", "Récit", "Pièces", "Règle d’éligibilité", "Verbatims"]
VERBS = ["Demande", "Vérifie", "Saisit", "Transmet", "Relit", "Cherche", "Confirme", "Annonce", "Classe"]
NOUNS = ["la commande", "le dossier", "l’adresse", "la réponse", "le retour", "le paiement", "la pièce"]

KINDS, KIND_WEIGHTS = ["action", "decision", "approval", "search", "automatic"], [70, 8, 9, 6, 7]


def synthetic(steps: int = 200, links: int = 300, *, seed: int = 2005) -> Record:
    """A blueprint of exactly `steps` steps and `links` links; needs `links` <= about 6 x `steps`."""
    chance = random.Random(seed)
    moments = max(3, min(60, round(steps / 12)))
    phases = max(2, min(10, round(moments / 3)))
    cards = [_step(chance, number, steps, moments) for number in range(steps)]
    return {
        "format": "blueprint/1",
        "title": f"Parcours de {steps} étapes",
        "language": "fr",
        "episode": "mesure",
        "cases_per_month": 1200,
        "cost_per_hour": 38,
        "phases": [{"id": f"p{number}", "title": f"Phase {number + 1}"} for number in range(phases)],
        "moments": [
            {"id": f"m{number}", "phase": f"p{number * phases // moments}", "title": f"Moment {number + 1}"}
            for number in range(moments)
        ],
        "lanes": [
            {"id": f"l{number}", "kind": kind, "title": title, **({"actor": actor} if actor else {})}
            for number, (kind, title, actor, _) in enumerate(LANES)
        ],
        "actors": [
            {"id": name, "title": title, "side": side, **({"headcount": 4} if side == "employee" else {})}
            for name, title, side in ACTORS
        ],
        "channels": [{"id": f"ch{number}", "title": title} for number, title in enumerate(CHANNELS)],
        "tools": _tools(chance),
        "information": [
            {"id": f"i{number}", "title": title, **({"held_in": f"t{number}"} if number % 3 == 0 else {})}
            for number, title in enumerate(INFORMATION)
        ],
        "steps": cards,
        "links": _links(chance, cards, links),
    }


def _tools(chance: random.Random) -> list[Record]:
    tools: list[Record] = [{"id": f"t{number}", "title": title} for number, title in enumerate(TOOLS)]
    for tool in tools:
        if chance.random() < 0.7:
            tool["latency_s"] = chance.choice([1, 2, 4, 12, 45])
    tools[0]["feeds"] = [{"information": "i0", "to": "t1"}]
    return tools


def _step(chance: random.Random, number: int, steps: int, moments: int) -> Record:
    lane = chance.choices(range(len(LANES)), [part for *_, part in LANES])[0]
    kind = LANES[lane][0]
    step: Record = {
        "id": f"s{number}",
        "lane": f"l{lane}",
        "moment": f"m{number * moments // steps}",
        "title": f"{chance.choice(VERBS)} {chance.choice(NOUNS)}",
        "basis": chance.choice(["observed", "assumed", "assumed"]),
    }
    if kind == "evidence":
        return step | {"kind": "evidence"}
    step["work_min"] = chance.choice([1, 2, 3, 5, 8])
    if chance.random() < 0.6:
        step["emotion"] = chance.choice([-2, -1, -1, 0, 1, 2])
    exchanges: list[Record] = []
    if kind == "customer":
        step["channel"] = f"ch{chance.randrange(len(CHANNELS))}"
        step["moment_of_truth"] = chance.random() < 0.12
        if chance.random() < 0.2:
            exchanges.append({"information": _information(chance), "how": "tells"})
    else:
        step["kind"] = chance.choices(KINDS, KIND_WEIGHTS)[0]
        if chance.random() < 0.3:
            step["wait_min"] = chance.choice([5, 30, 240])
        if chance.random() < 0.15:
            step["actor"] = "expert"
        step["uses"] = [{"tool": f"t{tool}"} for tool in chance.sample(range(8), chance.choice([0, 1, 1, 2]))]
        for use in step["uses"]:
            if chance.random() < 0.25:
                exchanges.append({"information": _information(chance), "how": "types", "tool": use["tool"]})
    if exchanges:
        step["information"] = exchanges
    return step


def _information(chance: random.Random) -> str:
    return f"i{chance.randrange(len(INFORMATION))}"


def _links(chance: random.Random, cards: list[Record], wanted: int) -> list[Record]:
    """The customer's path first, then work that mostly goes forward, a little exchange, a little rework."""
    column = {card["id"]: int(card["moment"][1:]) for card in cards}
    walkers = [card for card in cards if card.get("kind") != "evidence"]
    customers = [card for card in walkers if card["lane"] == "l1"]
    pairs = {(one["id"], two["id"]): None for one, two in pairwise(customers)}
    pairs = dict(list(pairs.items())[:wanted])
    attempts = 0
    while len(pairs) < wanted:
        attempts += 1
        if attempts > 200 * wanted:
            raise ValueError(f"{wanted} links do not fit between {len(cards)} steps")
        start = chance.randrange(len(walkers))
        hop = chance.choice([1, 1, 2, 3, 4, 6, 9])
        source, target = walkers[start]["id"], walkers[(start + hop) % len(walkers)]["id"]
        if chance.random() < 0.04:
            source, target = target, source
        if source != target and (column[source] <= column[target] or chance.random() < 0.3):
            pairs.setdefault((source, target))
    links: list[Record] = []
    shared: set[str] = set()  # at most one alternative out of a step keeps the sums of shares below 1
    for number, (source, target) in enumerate(pairs):
        links.append({"id": f"k{number}", "source": source, "target": target})
        if column[source] <= column[target] and source not in shared and chance.random() < 0.06:
            shared.add(source)
            links[-1]["share"] = 0.3
    return links


if __name__ == "__main__":
    json.dump(synthetic(*(int(figure) for figure in sys.argv[1:3])), sys.stdout, ensure_ascii=False, indent=1)
