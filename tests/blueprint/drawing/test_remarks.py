"""What people decided and wrote on the sheet: pennants, areas, bubbles, and the legend that tells of them."""

import re
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from blueprint.document import Document, from_data, read, to_data
from blueprint.drawing import draw
from blueprint.friction import analyse
from tests.blueprint.drawing.test_draw import SVG, card, texts, tree

INK = "#1d2433"


def shop(**fields: Any) -> Document:
    return from_data(to_data(read("examples/vente-magasin.json")) | fields)


def said_of(finding: Any, **fields: Any) -> dict[str, Any]:
    return {
        "finding": finding.fingerprint,
        "detector": finding.detector,
        "elements": list(finding.per),
    } | fields


FINDINGS = analyse(shop()).findings
THREAD = [
    {"id": "r1", "kind": "idea", "text": "Lire la carte", "by": "Ana", "at": "2026-03-12T10:00:00Z"},
    {"id": "r2", "kind": "how-might-we", "text": "ne saisir qu’une fois ?", "images": ["a" * 64, "b" * 64]},
]
DECIDED = {"reason": "Vu trois fois", "owner": "Nadia", "due": "2026-12-24", "effort": "M"}
REVIEWS = [
    said_of(FINDINGS[0], status="confirmed", **DECIDED, notes=THREAD),
    said_of(FINDINGS[1], status="dismissed", reason="Mesuré"),
    {"finding": "0123456789abcdef", "detector": "tool-latency", "elements": ["gone"], "reason": "Plus tard"},
]


def legend(root: Element, key: str) -> str:
    """What stands in an entry of the legend, in one line."""
    [entry] = [group for group in root.iter(f"{SVG}g") if group.get("data-finding") == key]
    return " ".join(texts(entry)).replace("\u00a0", " ")


def headings(root: Element) -> list[str]:
    groups = (group.get("aria-label", "").replace("\u00a0", " ") for group in root.iter(f"{SVG}g"))
    return [label for label in groups if re.match(r"\d+ (friction|avis|review|note)", label)]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "fr",
            [
                "Confirmé · motif : Vu trois fois · responsable : Nadia · échéance : 24/12/2026 · effort M",
                "Idée : Lire la carte (Ana, 12/03/2026)",
                "Comment pourrait-on : ne saisir qu’une fois ? (2 images)",
            ],
        ),
        (
            "en",
            [
                "Confirmed · reason: Vu trois fois · owner: Nadia · due: 24 Dec 2026 · effort M",
                "Idea: Lire la carte (Ana, 12 Mar 2026)",
                "How might we: ne saisir qu’une fois ? (2 images)",
            ],
        ),
    ],
)
def test_a_decision_and_its_thread_stand_below_the_friction(language: str, told: list[str]) -> None:
    root = tree(draw(shop(reviews=REVIEWS), language=language, decisions=True))
    entry = legend(root, FINDINGS[0].fingerprint)
    for sentence in told:
        assert sentence in entry
    assert legend(root, FINDINGS[2].fingerprint).endswith("À revoir" if language == "fr" else "To review")


def test_nothing_of_it_stands_there_unless_it_is_asked_for() -> None:
    document = shop(reviews=REVIEWS, notes=[{"id": "n1", "on": "f2", "text": "Secret"}])
    svg = draw(document)
    for secret in ("Nadia", "Vu trois fois", "Lire la carte", "Secret", "Mesuré", "Plus tard", "À revoir"):
        assert secret not in svg


def test_what_was_dismissed_is_told_of_and_not_flagged() -> None:
    root = tree(draw(shop(reviews=REVIEWS), decisions=True))
    assert headings(root) == [
        "18 frictions",
        "1 friction écartée",
        "1 avis en attente : la friction n’est plus là",
    ]
    assert "Écarté · motif : Mesuré" in legend(root, FINDINGS[1].fingerprint)
    assert "Plus tard" in legend(root, "0123456789abcdef")
    numbers = {texts(group)[0] for group in root.iter(f"{SVG}g") if group.get("data-finding")}
    assert numbers >= {str(number) for number in range(1, 19)}
    shown = " ".join(text for step in shop().steps for text in texts(card(root, step.id)))
    assert "19" not in re.findall(r"\d+", shown)


def pennants(root: Element) -> list[Element]:
    """The cloths: dark, and with five corners."""
    shapes = root.iter(f"{SVG}polygon")
    return [one for one in shapes if one.get("fill") == INK and len(one.get("points", "").split()) == 5]


def test_what_people_saw_has_a_shape_and_a_number_of_its_own() -> None:
    flags = [
        {"id": "g1", "on": ["f2", "crm"], "kind": "re-entry", "text": "Deux fois"},
        {
            "id": "g2",
            "on": [shop().links[0].id, shop().lanes[1].id, shop().moments[0].id, shop().phases[0].id],
        },
        {"id": "g3", "on": ["f2"], "kind": "Bruit"},
        {"id": "g4", "on": ["f2"], "kind": "Froid"},
    ]
    reviews = [{"finding": "g4", "status": "dismissed", "reason": "Chauffé"}]
    root = tree(draw(shop(flags=flags, reviews=reviews), decisions=True))
    assert "1 · 3" in texts(card(root, "f2"))
    assert len(pennants(card(root, "f2"))) == 1
    assert "vue par l’équipe 1 et 3" in card(root, "f2").get("aria-label", "")
    # One on a card, four on the rest of the sheet, three in the legend and one among its signs.
    assert len(pennants(root)) == 1 + 4 + 3 + 1
    assert "Deux fois" in legend(root, "g1") and "CRM" in legend(root, "g1")
    assert "Chauffé" in legend(root, "g4") and "4" not in texts(card(root, "f2"))
    assert "3 frictions vues par l’équipe" in headings(root)


def test_an_area_is_a_dashed_outline_around_its_cards() -> None:
    document = shop()
    area = {"lanes": [document.lanes[2].id] * 2, "moments": [document.moments[4].id, document.moments[2].id]}
    root = tree(draw(shop(flags=[{"id": "g1", "area": area}])))
    outlines = [one for one in root.iter(f"{SVG}rect") if one.get("stroke-dasharray") == "9 5"]
    frame = max(outlines, key=lambda one: float(one.get("width", "0")))
    left, top = (float(frame.get(name, "")) for name in ("x", "y"))
    right, low = left + float(frame.get("width", "")), top + float(frame.get("height", ""))
    wanted = {moment.id for moment in document.moments[2:5]}
    for step in document.steps:
        body = card(root, step.id).find(f"{SVG}rect")
        assert body is not None
        x, y = float(body.get("x", "")), float(body.get("y", ""))
        inside = left <= x <= right and top <= y <= low
        assert inside == (step.lane == document.lanes[2].id and step.moment in wanted), step.id


def test_a_note_is_a_numbered_bubble_with_its_text_in_the_legend() -> None:
    notes = [
        {"id": "n1", "on": "f2", "kind": "verbatim", "text": "Quel écran ?", "by": "Ana", "at": "2026-03-12"},
        {"id": "n2", "kind": "idea", "text": "Pour toute la feuille"},
        {"id": "n3", "on": "f2", "text": "Encore"},
    ]
    root = tree(draw(shop(notes=notes), decisions=True))
    assert "1 · 2" in texts(card(root, "f2"))
    assert "note 1 et 2" in card(root, "f2").get("aria-label", "")
    shown = " ".join(texts(root)).replace("\u00a0", " ")
    for told in (
        "3 notes",
        "Verbatim · Consulte le stock",
        "Quel écran ?",
        "Ana, 12/03/2026",
        "Pour toute la feuille",
    ):
        assert told in shown
    assert "1 · 2" not in texts(card(tree(draw(shop(notes=notes))), "f2"))


def test_no_word_of_a_long_reason_is_cut() -> None:
    words = [f"mot{number}" for number in range(300)]
    review = said_of(FINDINGS[0], reason=" ".join(words), notes=[{"id": "r1", "text": "i" * 400}])
    entry = legend(tree(draw(shop(reviews=[review]), decisions=True)), FINDINGS[0].fingerprint)
    assert set(words) <= set(entry.split())
    assert entry.count("i") >= 400
