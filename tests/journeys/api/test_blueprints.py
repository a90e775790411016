"""Making, listing, renaming, copying blueprints, and the bin."""

import json
from typing import Any

import pytest
from django.contrib.auth.models import User

from blueprint.document import from_data, to_data
from journeys.models import Blueprint
from tests.factories import EXAMPLES, SMALL, Caller, blueprint_of, put, submit, undo
from tests.journeys.replay import assert_replays, state_in


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_goes_in_and_comes_out_the_same(api: Caller, name: str) -> None:
    made = api.post("blueprints/", {"document": EXAMPLES[name]})
    assert made.status_code == 201
    body = made.json()
    assert {"id", "title", "seq", "url"} <= {*body}
    assert (body["title"], body["seq"]) == (EXAMPLES[name]["title"], 0)
    read = api.get(f"blueprints/{body['id']}/document/")
    assert read.headers["X-Seq"] == "0"
    assert read.json() == to_data(from_data(EXAMPLES[name]))
    assert made.headers["Location"] == f"/api/blueprints/{body['id']}/"
    assert api.get(made.headers["Location"]).json() == body


def test_every_preset_makes_a_sheet_in_the_language_asked_for(api: Caller) -> None:
    presets = api.get("presets/").json()
    assert {*presets[0]} == {"id", "title", "about", "lanes", "steps"}
    for preset in presets:
        for language in ("fr", "en"):
            made = api.post(
                "blueprints/", {"preset": preset["id"], "title": "Accueil", "language": language}
            ).json()
            assert (made["title"], made["language"]) == ("Accueil", language)
            document = api.get(f"blueprints/{made['id']}/document/").json()
            assert len(document.get("steps", [])) == preset["steps"]
            assert len(document["moments"]) >= 3
            lanes = [lane["title"] for lane in document["lanes"]]
            assert (lanes == preset["lanes"]) == (language == "en")


def test_a_preset_has_a_picture(api: Caller) -> None:
    answer = api.get("presets/complaint/preview/")
    assert answer.headers["Content-Type"].startswith("image/svg+xml")
    assert b"<svg" in answer.content
    assert api.get("presets/nothing/preview/").status_code == 404


def test_an_unknown_preset_names_the_known_ones(api: Caller) -> None:
    answer = api.post("blueprints/", {"preset": "nothing"})
    assert answer.status_code == 400
    assert "shop-sale" in answer.json()["error"]["mend"]


def test_a_preset_without_more_is_in_the_language_of_the_request(api: Caller) -> None:
    made = api.post("blueprints/", {"preset": "service"}).json()
    assert (made["title"], made["language"]) == ("Untitled blueprint", "en")


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({}, "preset"),
        ({"preset": "nothing"}, "preset"),
        ({"preset": "service", "title": 3}, "title"),
        ({"preset": "service", "language": "de"}, "language"),
        ({"document": [], "title": "x"}, "document"),
        ({"document": SMALL, "titel": "x"}, "titel"),
        ({"document": SMALL, "title": "x"}, "title"),
        ({"document": SMALL, "preset": "service"}, "preset"),
        ({"document": {}}, "document.format"),
        ({"document": SMALL | {"colour": 1}}, "document.colour"),
        (
            {
                "document": SMALL
                | {
                    "steps": [{"id": "a", "lane": "fornt", "moment": "m1", "title": "x"}],
                    "links": [],
                    "notes": [],
                    "flags": [],
                }
            },
            "document.steps[0].lane",
        ),
        ({"document": SMALL | {"channels": [{"id": "c1", "title": "x"}]}}, "document.steps[0].id"),
    ],
)
def test_a_wrong_document_is_refused_with_its_place_and_nothing_is_written(
    api: Caller, body: Any, place: str
) -> None:
    answer = api.post("blueprints/", body)
    assert answer.status_code == 400
    assert answer.json()["error"]["place"] == place
    assert answer.json()["error"]["message"]
    assert not Blueprint.objects.exists()


def test_all_problems_of_a_document_are_told(api: Caller) -> None:
    answer = api.post("blueprints/", {"document": SMALL | {"colour": 1, "state": "gone"}})
    error = answer.json()["error"]
    assert {error["place"], *(other["place"] for other in error["others"])} == {
        "document.colour",
        "document.state",
    }


def test_a_document_that_is_too_large_is_refused(api: Caller) -> None:
    body = json.dumps({"document": SMALL | {"episode": "x" * 10_000_000}}).encode()
    answer = api.client.post("/api/blueprints/", body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.json()["error"]["place"] == "body"


def test_the_list_shows_ones_own_and_shared_ones_newest_first(
    api: Caller, sheet: Blueprint, alice: User, bob: User, charlie: User
) -> None:
    other = blueprint_of(alice, title="Second")
    blueprint_of(charlie, title="Charlie's")
    submit(sheet, alice, put("channel", id="mail", title="Mail"))
    listed = api.get("blueprints/").json()
    assert [entry["id"] for entry in listed] == [sheet.pk, other.pk]
    assert {"id", "title", "language", "state", "seq", "changed", "url"} <= {*listed[0]}
    assert listed[0]["seq"] == 1
    assert [entry["id"] for entry in Caller(bob).get("blueprints/").json()] == [sheet.pk]


def test_renaming_is_a_change_and_can_be_undone(api: Caller, sheet: Blueprint, alice: User) -> None:
    answer = api("PATCH", f"blueprints/{sheet.pk}/", {"title": "Returns, today"})
    assert (answer.status_code, answer.json()["title"], answer.json()["seq"]) == (200, "Returns, today", 1)
    change = api.get(f"blueprints/{sheet.pk}/changes/").json()["changes"][0]
    assert change["ops"] == [
        {"op": "set", "type": "blueprint", "id": "blueprint", "field": "title", "value": "Returns, today"}
    ]
    undo(sheet, alice, change)
    assert api.get(f"blueprints/{sheet.pk}/").json()["title"] == "Returns"


@pytest.mark.parametrize("body", [{}, {"title": None}, {"title": 4}, {"title": ""}, {"name": "x"}])
def test_a_title_is_text(api: Caller, sheet: Blueprint, body: dict[str, Any]) -> None:
    assert api("PATCH", f"blueprints/{sheet.pk}/", body).status_code == 400


def test_a_copy_has_the_same_content_and_a_log_of_its_own(
    api: Caller, sheet: Blueprint, alice: User, bob: User
) -> None:
    submit(sheet, alice, put("channel", id="mail", title="Mail"))
    copied = Caller(bob).post(f"blueprints/{sheet.pk}/duplicate/", {})
    assert copied.status_code == 201
    body = copied.json()
    assert (body["title"], body["seq"]) == ("Returns (copy)", 0)
    copy = Blueprint.objects.get(pk=body["id"])
    assert copy.owner == bob
    title = {"blueprint": state_in(copy)["blueprint"]}
    assert state_in(copy) == state_in(sheet) | title
    assert_replays(copy)
    submit(copy, bob, put("channel", id="fax", title="Fax"))
    assert "fax" not in state_in(sheet)["channel"]
    assert api.post(f"blueprints/{sheet.pk}/duplicate/", {"title": "Mine"}).json()["title"] == "Mine"


def test_the_bin_keeps_a_blueprint_whole(api: Caller, sheet: Blueprint, alice: User) -> None:
    submit(sheet, alice, put("channel", id="mail", title="Mail"))
    before = state_in(sheet)
    assert api("DELETE", f"blueprints/{sheet.pk}/").status_code == 204
    assert api.get("blueprints/").json() == []
    assert [entry["id"] for entry in api.get("blueprints/?bin=1").json()] == [sheet.pk]
    gone = api.get(f"blueprints/{sheet.pk}/document/")
    assert gone.status_code == 404
    assert "bin" in gone.json()["error"]["message"]
    assert api.get(f"blueprints/{sheet.pk}/preview/").status_code == 200
    restored = api.post(f"blueprints/{sheet.pk}/restore/")
    assert (restored.status_code, restored.json()["deleted_at"]) == (200, None)
    assert state_in(sheet) == before
    assert api.get("blueprints/?bin=1").json() == []
    assert api.get("blueprints/?bin=maybe").status_code == 400
