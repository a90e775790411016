"""Beginning a blueprint: from lanes, from a file, and what is said of a file that is wrong."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from blueprint.document import parse, to_data
from blueprint.drawing import draw
from journeys.models import Blueprint
from journeys.services.presets import preset_list
from journeys.services.states import document_read
from tests.serving import ROOT

EXAMPLE = (ROOT / "examples" / "reclamation.json").read_bytes()


def send(client: Client, content: bytes, name: str = "sheet.json"):
    return client.post("/new/file/", {"file": SimpleUploadedFile(name, content)})


def opened(answer) -> dict:
    """The document behind the editor to which the answer leads."""
    assert answer.status_code == 302, answer.content.decode()
    return to_data(document_read(answer.headers["Location"].split("/")[2])[1])


def test_offers_every_preset(client: Client) -> None:
    page = client.get("/new/").content.decode()
    for preset in preset_list("en"):
        assert f'value="{preset["id"]}"' in page
        assert preset["title"] in page
        assert f"/api/presets/{preset['id']}/preview/" in page


def test_makes_a_blueprint_from_a_preset_in_the_language_of_the_page(french: Client) -> None:
    made = opened(french.post("/new/", {"title": "Visite", "preset": "two-sides"}))
    assert (made["title"], made["language"]) == ("Visite", "fr")
    assert [lane["title"] for lane in made["lanes"]] == ["Parcours client", "En contact", "En coulisses"]


@pytest.mark.parametrize(
    "form", [{"title": " ", "preset": "two-sides"}, {"title": "x", "preset": "none"}, {}]
)
def test_a_form_that_lacks_something_is_said_in_place(client: Client, form: dict[str, str]) -> None:
    answer = client.post("/new/", form)
    assert answer.status_code == 400
    assert 'id="preset-error" role="alert"' in answer.content.decode()
    assert not Blueprint.objects.exists()


def test_opens_a_document(client: Client) -> None:
    assert opened(send(client, EXAMPLE)) == to_data(parse(EXAMPLE))


def test_opens_an_exported_sheet(client: Client) -> None:
    document = parse(EXAMPLE)
    assert opened(send(client, draw(document, complete=True).encode(), "sheet.svg")) == to_data(document)


WRONG = {
    "no JSON": (b"title: Returns", "JSON"),
    "a dangling reference": (
        json.dumps(
            json.loads(EXAMPLE) | {"links": [{"id": "k", "source": "gone", "target": "gone"}]}
        ).encode(),
        "links[0].source",
    ),
    "an unknown field": (b'{"format": "blueprint/1", "title": "x", "colour": "red"}', "colour"),
    "a picture without a document": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "<li>"),
    "deep nesting": (b"[" * 100_000, "<li>"),
    "not text": (b"\xff\xfe\x00", "UTF-8"),
    "nothing": (b"", 'role="alert"'),
    "too large": (b" " * 10_000_001, "<li>"),
}


@pytest.mark.parametrize("content, told", WRONG.values(), ids=WRONG.keys())
def test_a_wrong_file_makes_nothing_and_says_why(client: Client, content: bytes, told: str) -> None:
    answer = send(client, content)
    assert answer.status_code == 400
    page = answer.content.decode()
    assert 'id="file-error"' in page
    assert told in page
    assert not Blueprint.objects.exists()


def test_many_mistakes_are_counted_not_listed(client: Client) -> None:
    many = {"format": "blueprint/1", "title": "x"} | {f"wrong{n}": n for n in range(30)}
    page = send(client, json.dumps(many).encode()).content.decode()
    assert page.count("<li>") == 6
    assert "And at least 15 more." in page
