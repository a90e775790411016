"""The blueprint inside its drawing: it reopens as what is shown, and a file that does not says why."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint.document import Document, DocumentError, from_data, read, to_data
from blueprint.drawing import draw, extract
from blueprint.drawing.embedding import NAMESPACE
from tests.blueprint.drawing.sheets import document_of, documents
from tests.draws import draws
from tests.strategies import documents as any_documents

ANY = st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40)


def private() -> Document:
    """A document with everything that only a complete file carries."""
    data = to_data(read("examples/vente-magasin.json"))
    data["notes"] = [
        {"id": "n1", "on": "f2", "kind": "verbatim", "text": "Secret dit en atelier", "by": "Ana"}
    ]
    data["flags"] = [{"id": "g1", "on": ["f2", "n1"], "kind": "bruit", "text": "Trop de bruit", "by": "Ana"}]
    data["reviews"] = [{"finding": "g1", "status": "confirmed", "reason": "Vu deux fois", "owner": "Bob"}]
    data["steps"][0]["note"] = "À vérifier avec la caisse"
    return from_data(data)


@settings(max_examples=draws(30), deadline=None)
@given(documents())
def test_a_drawing_reopens_as_its_document(document: Document) -> None:
    assert extract(draw(document, findings=[])) == document


@settings(max_examples=draws(60), deadline=None)
@given(ANY, ANY)
def test_any_text_comes_back_from_a_drawing(title: str, text: str) -> None:
    step = {"id": "s", "lane": "l0", "moment": "m0", "title": title}
    document = document_of(lanes=["customer"], moments=1, steps=[step], episode=text)
    assert extract(draw(document, findings=[]).encode()) == document


def test_notes_verbatims_and_reviews_stay_at_home() -> None:
    svg = draw(private())
    for secret in ("Secret dit", "Ana", "Vu deux fois", "À vérifier", "aussi gênée"):
        assert secret not in svg
    opened = extract(svg)
    assert opened.notes == [] and opened.reviews == []
    assert [flag.on for flag in opened.flags] == [["f2"]]
    assert not any(step.said or step.note for step in opened.steps)


def test_a_complete_drawing_shows_and_carries_them_all() -> None:
    svg = draw(private(), complete=True)
    drawn = svg[svg.index("</metadata>") :]
    for told in ("Secret dit en atelier", "Vu deux fois", "Bob", "À vérifier avec", "aussi gênée"):
        assert told in drawn
    assert extract(svg) == private()


def test_decisions_are_shown_and_carried_without_what_was_said() -> None:
    svg = draw(private(), decisions=True)
    drawn = svg[svg.index("</metadata>") :]
    for told in ("Secret dit en atelier", "Vu deux fois", "Bob", "Ana"):
        assert told in drawn
    for secret in ("À vérifier", "aussi gênée"):
        assert secret not in svg
    opened, whole = extract(svg), private()
    assert (opened.notes, opened.reviews, opened.flags) == (whole.notes, whole.reviews, whole.flags)
    assert not any(step.said or step.note for step in opened.steps)


@settings(max_examples=draws(30), deadline=None)
@given(any_documents())
def test_whatever_people_remark_is_drawn_and_comes_back(document: Document) -> None:
    assert extract(draw(document, findings=[], complete=True)) == document


@pytest.mark.parametrize(
    ("svg", "code"),
    [
        ("<svg xmlns='http://www.w3.org/2000/svg'/>", "drawing-without-document"),
        ("<svg", "drawing-broken"),
        ("", "drawing-broken"),
        ("pas un dessin", "drawing-broken"),
        ("\ud800", "drawing-broken"),
        (f"<svg><d:blueprint xmlns:d='{NAMESPACE}'>{{}}</d:blueprint></svg>", "missing"),
        (f"<svg><d:blueprint xmlns:d='{NAMESPACE}'>nope</d:blueprint></svg>", "syntax"),
    ],
)
def test_a_file_without_a_blueprint_says_so(svg: str, code: str) -> None:
    with pytest.raises(DocumentError) as error:
        extract(svg)
    assert error.value.problems[0].code.endswith(code)
    for language in ("fr", "en"):
        assert error.value.problems[0].message(language)
        assert error.value.problems[0].mend(language)


def test_entities_are_never_expanded() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">]><svg>&a;</svg>'
    with pytest.raises(DocumentError, match="SVG"):
        extract(bomb)
