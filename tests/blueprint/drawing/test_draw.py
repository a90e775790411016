"""The whole sheet: what stands on it, that every text comes out as it went in, and that nothing is cut."""

from __future__ import annotations

import re
import unicodedata
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint.document import Document, from_data, read, to_data
from blueprint.drawing import draw, fonts, preview
from blueprint.drawing.tokens import WEIGHT
from blueprint.friction import analyse
from tests.blueprint.drawing.sheets import document_of, documents
from tests.draws import draws

EXAMPLES = sorted(Path("examples").glob("*.json"))
SVG = "{http://www.w3.org/2000/svg}"
NASTY = [
    "<script>alert('x')</script>",
    '"quotes" & <b>bold</b> ]]>',
    "👩‍👩‍👧 emoji 🇫🇷",
    "שלום עולם",
    "مرحبا بالعالم",
    "e\u0301te\u0301 combinant Z\u0351\u0343\u032a",
    "日本語のとても長い題名です",
    "Donaudampfschifffahrtsgesellschaftskapitänswitwe",
    "Ÿ œ ★ Ω Ж",
]


def tree(svg: str) -> ET.Element:
    return ET.fromstring(svg)


def texts(root: ET.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def card(root: ET.Element, step: str) -> ET.Element:
    return next(group for group in root.iter(f"{SVG}g") if group.get("data-step") == step)


def one_step(title: str = "Paie", **fields: Any) -> Document:
    step = {"id": "s", "lane": "l0", "moment": "m0", "title": title, **fields}
    return document_of(lanes=["customer"], moments=1, steps=[step])


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_shows_all_it_holds(path: Path, language: str) -> None:
    document = read(path)
    root = tree(draw(document, language=language))
    words = " ".join(texts(root))
    for element in [*document.phases, *document.moments, *document.lanes, *document.steps]:
        assert all(word in words for word in element.title.split())
    assert {group.get("data-link") for group in root.iter(f"{SVG}g")} >= {link.id for link in document.links}
    for finding in analyse(document, language=language).findings:
        [entry] = [
            group for group in root.iter(f"{SVG}g") if group.get("data-finding") == finding.fingerprint
        ]
        assert " ".join(finding.because.split()) in " ".join(" ".join(texts(entry)).split())
    names = {"fr": "Ligne d’interaction", "en": "Line of interaction"}
    assert names[language] in words
    assert root.find(f"{SVG}title").text == document.title  # type: ignore[union-attr]
    assert root.find(f"{SVG}desc").text  # type: ignore[union-attr]
    assert root.get("role") == "graphics-document"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_no_text_reaches_out_of_its_card_or_over_another(path: Path) -> None:
    check_cards(tree(draw(read(path))))


@settings(max_examples=draws(40), deadline=None)
@given(documents())
def test_no_text_reaches_out_of_any_card(document: Document) -> None:
    check_cards(tree(draw(document)))


def check_cards(root: ET.Element) -> None:
    cards = [group for group in root.iter(f"{SVG}g") if group.get("data-step")]
    assert cards
    for group in cards:
        frame = group.find(f"{SVG}rect")
        assert frame is not None
        x, y, wide, high = (float(frame.get(name, "")) for name in ("x", "y", "width", "height"))
        flags = {shape.get("points") for shape in group.findall(f"{SVG}polygon")}
        boxes = [box_of(text) for text in group.iter(f"{SVG}text")]
        inside = [box for box in boxes if box[1] > y]  # the flag's numbers stand on the edge
        assert len(boxes) - len(inside) <= (1 if flags else 0)
        for left, _, right, bottom in inside:
            assert x <= left + 0.1 and right <= x + wide + 0.1
            assert bottom <= y + high
        for number, one in enumerate(inside):
            for other in inside[number + 1 :]:
                apart = one[2] <= other[0] + 0.1 or other[2] <= one[0] + 0.1
                assert apart or one[3] <= other[1] + 0.1 or other[3] <= one[1] + 0.1


def box_of(text: ET.Element) -> tuple[float, float, float, float]:
    size = float(text.get("font-size", ""))
    weight = {str(number): name for name, number in WEIGHT.items()}[text.get("font-weight", "400")]
    wide = fonts.width(text.text or "", size, weight)
    x, y, anchor = float(text.get("x", "")), float(text.get("y", "")), text.get("text-anchor", "start")
    if text.get("direction") == "rtl":
        anchor = {"start": "end", "end": "start"}.get(anchor, anchor)
    left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * wide
    return left, y - size * 0.75, left + wide, y + size * 0.2


@pytest.mark.parametrize("title", NASTY)
def test_a_title_comes_out_as_it_went_in(title: str) -> None:
    root = tree(draw(one_step(title)))
    shown = "".join(texts(card(root, "s")))
    assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", title)
    assert (card(root, "s").get("aria-label") or "").startswith(title)
    assert not list(root.iter("script"))


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), max_size=60))
@settings(max_examples=draws(60), deadline=None)
def test_any_title_gives_a_file_that_can_be_read(title: str) -> None:
    root = tree(draw(one_step(title), findings=[]))
    assert card(root, "s") is not None


def test_text_read_from_the_right_is_marked_so() -> None:
    root = tree(draw(one_step("שלום עולם")))
    assert {text.get("direction") for text in card(root, "s").iter(f"{SVG}text")} == {"rtl"}


def test_a_line_is_read_as_the_text_it_is_part_of() -> None:
    title = "Demande si la commande est au nom de שלום עולם ou de quelqu’un d’autre"
    lines = list(card(tree(draw(one_step(title))), "s").iter(f"{SVG}text"))
    assert len(lines) > 2
    assert {text.get("direction") for text in lines} == {None}


def test_letters_keep_their_marks() -> None:
    title = "e\u0301te\u0301"
    assert title in texts(card(tree(draw(one_step(title))), "s"))
    assert unicodedata.normalize("NFC", title) != title


def test_a_wait_is_a_hatched_bar_and_says_how_long() -> None:
    root = card(tree(draw(one_step(wait_min=150, work_min=5))), "s")
    assert [rect.get("fill") for rect in root.iter(f"{SVG}rect")].count("url(#hatch)") == 1
    assert "2\u00a0h\u00a030" in texts(root)
    assert "+ 5\u00a0min" in texts(root)


def test_a_tool_that_a_step_comes_back_to_is_written_once_and_holds_together() -> None:
    uses = [{"tool": "till"}, {"tool": "crm"}, {"tool": "till", "times": 2}]
    data = to_data(one_step(uses=[])) | {
        "tools": [{"id": "till", "title": "Caisse"}, {"id": "crm", "title": "CRM", "latency_s": 8}]
    }
    data["steps"][0]["uses"] = uses
    shown = texts(card(tree(draw(from_data(data))), "s"))
    assert [text for text in shown if "Caisse" in text or "CRM" in text] == [
        "Caisse\u00a0×3",
        "CRM\u00a0· 8\u00a0s",
    ]


def test_the_star_of_a_moment_of_truth_stands_beside_the_title() -> None:
    group = card(tree(draw(one_step("Attend", moment_of_truth=True))), "s")
    star = group.find(f"{SVG}polygon")
    assert star is not None
    right = max(float(point.split(",")[0]) for point in star.get("points", "").split())
    assert right < float(next(group.iter(f"{SVG}text")).get("x", ""))


def test_a_card_has_one_flag_with_the_numbers_of_its_findings() -> None:
    document = read("examples/reclamation.json")
    findings = analyse(document).findings
    root = tree(draw(document, findings=findings))
    for step in document.steps:
        numbers = [n for n, finding in enumerate(findings, start=1) if step.id in finding.steps]
        shown = texts(card(root, step.id))
        joined = " · ".join(map(str, numbers))
        if numbers:
            counted = f"×{len(numbers)}" in shown and str(numbers[-1]) in " ".join(shown)
            assert joined in shown or counted
        else:
            assert not any(text.startswith("×") for text in shown)


def test_a_finding_keeps_the_number_it_is_given() -> None:
    document = read("examples/vente-magasin.json")
    findings = analyse(document).findings
    numbers = {findings[2].fingerprint: 41, findings[0].fingerprint: 7}
    root = tree(draw(document, findings=findings, numbers=numbers))
    entry = {
        group.get("data-finding"): texts(group)[0]
        for group in root.iter(f"{SVG}g")
        if group.get("data-finding")
    }
    assert entry[findings[2].fingerprint] == "41"
    assert entry[findings[0].fingerprint] == "7"
    assert len(set(entry.values())) == len(entry)


def test_what_a_person_dismissed_is_not_drawn_and_what_a_person_flagged_is() -> None:
    data = to_data(read("examples/vente-magasin.json"))
    findings = analyse(from_data(data)).findings
    data["reviews"] = [{"finding": findings[0].fingerprint, "status": "dismissed"}]
    data["flags"] = [{"id": "g", "on": ["c1"], "kind": "bruit", "text": "On ne s’entend pas."}]
    root = tree(draw(from_data(data), findings=findings))
    drawn = {group.get("data-finding") for group in root.iter(f"{SVG}g")}
    assert findings[0].fingerprint not in drawn
    assert findings[1].fingerprint in drawn and "g" in drawn
    assert "On ne s’entend pas." in texts(root)


def test_rework_looks_different_from_flow() -> None:
    steps = [{"id": f"s{n}", "lane": "l0", "moment": f"m{n}", "title": "Paie"} for n in range(2)]
    root = tree(draw(document_of(lanes=["customer"], moments=2, steps=steps, links=[(0, 1), (1, 0)])))
    paths = {group.get("data-link"): group.find(f"{SVG}path") for group in root.iter(f"{SVG}g")}
    assert paths["k0"].get("stroke-dasharray") is None  # type: ignore[union-attr]
    assert paths["k1"].get("stroke-dasharray")  # type: ignore[union-attr]


def test_an_empty_blueprint_is_still_a_sheet() -> None:
    empty = from_data({"format": "blueprint/1", "title": "Vide"})
    assert "Vide" in texts(tree(draw(empty)))
    assert tree(preview(empty)) is not None


def test_the_same_document_gives_the_same_file() -> None:
    document = read("examples/support-b2b.json")
    assert draw(document) == draw(document)


def test_the_fonts_are_inside_and_nothing_is_fetched() -> None:
    svg = draw(read("examples/vente-magasin.json"))
    assert svg.count("@font-face") == 3
    addresses = set(re.findall(r"(?:https?|ftp|file):[^\"'\s<]*", svg))
    assert addresses == {"http://www.w3.org/2000/svg"}


def test_outlines_draw_what_the_font_has_and_leave_the_rest_as_text() -> None:
    root = tree(draw(one_step("Paie"), outlines=True))
    assert texts(root) == []
    assert "Paie" in {path.get("aria-label") for path in root.iter(f"{SVG}path")}
    assert texts(card(tree(draw(one_step("日本"), outlines=True)), "s")) == ["日本"]


def test_a_preview_is_small_and_has_neither_fonts_nor_the_document() -> None:
    svg = preview(read("examples/vente-magasin.json"))
    root = tree(svg)
    assert len(svg) < 60_000
    assert "@font-face" not in svg
    assert root.find(f"{SVG}metadata") is None
    assert texts(root) == []
    assert len([group for group in root.iter(f"{SVG}g") if group.get("data-step")]) == 23
