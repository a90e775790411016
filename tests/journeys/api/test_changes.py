"""The calls of the change log: what they take, what they answer, and how they refuse."""

import json
from typing import Any
from uuid import uuid4

import pytest
from django.contrib.auth.models import User

from journeys.models import Blueprint
from tests.factories import Caller, put, remove, set_, submit
from tests.journeys.replay import state_in

NEW = put("step", id="s9", lane="cust", moment="m2", title="Complains")


def change(*ops: Any, **fields: Any) -> dict[str, Any]:
    return {"id": str(uuid4()), "label": "Test", "ops": [*ops]} | fields


def test_a_change_is_answered_with_its_seq(api: Caller, sheet: Blueprint) -> None:
    answer = api.post(f"blueprints/{sheet.pk}/changes/", change(NEW, set_("step", "gone", "title", "x")))
    assert answer.status_code == 200
    body = answer.json()
    assert {*body} == {"seq", "dropped"}
    assert body["seq"] == 1
    assert body["dropped"][0]["op"] == set_("step", "gone", "title", "x")
    assert body["dropped"][0]["reason"]


def test_what_came_after_is_told_complete_and_in_order(api: Caller, sheet: Blueprint, bob: User) -> None:
    sent = change(NEW)
    api.post(f"blueprints/{sheet.pk}/changes/", sent)
    submit(sheet, bob, remove("step", "s9"), label="Away")
    body = api.get(f"blueprints/{sheet.pk}/changes/?after=0").json()
    assert {*body} == {"seq", "epoch", "more", "changes"}
    assert (body["seq"], body["more"], [entry["seq"] for entry in body["changes"]]) == (2, False, [1, 2])
    first, second = body["changes"]
    assert {*first} == {"seq", "id", "label", "author", "at", "undoes", "ops"}
    assert (first["id"], first["author"], second["author"], second["label"]) == (
        sent["id"],
        "alice",
        "bob",
        "Away",
    )
    assert first["ops"][0]["record"] == state_in(sheet)["step"].get("s9", first["ops"][0]["record"])
    assert {"order", "kind", "emotion"} <= {*first["ops"][0]["record"]}
    assert api.get(f"blueprints/{sheet.pk}/changes/?after=2").json()["changes"] == []


def test_a_long_log_comes_in_pages(
    api: Caller, sheet: Blueprint, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    from journeys.services import history

    monkeypatch.setattr(history, "PAGE", 2)
    for number in range(5):
        submit(sheet, alice, set_("step", "c1", "title", str(number)))
    seen, more = [], True
    while more:
        body = api.get(f"blueprints/{sheet.pk}/changes/?after={seen[-1] if seen else 0}").json()
        assert body["seq"] == 5
        seen += [entry["seq"] for entry in body["changes"]]
        more = body["more"]
    assert seen == [1, 2, 3, 4, 5]


def test_large_changes_come_in_pages_too(
    api: Caller, sheet: Blueprint, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    from journeys.services import history

    monkeypatch.setattr(history, "PAGE_CHARACTERS", 10)
    submit(sheet, alice, NEW)
    submit(sheet, alice, remove("step", "s9"))
    body = api.get(f"blueprints/{sheet.pk}/changes/?after=0").json()
    assert ([entry["seq"] for entry in body["changes"]], body["more"]) == ([1], True)


@pytest.mark.parametrize("after", ["-1", "x", "1.5", "99999999999999999999"])
def test_an_after_that_is_no_number_of_the_log_is_refused(api: Caller, sheet: Blueprint, after: str) -> None:
    answer = api.get(f"blueprints/{sheet.pk}/changes/?after={after}")
    assert answer.status_code == 400
    assert answer.json()["error"]["place"] == "after"


def test_c9_undo_over_the_wire(api: Caller, sheet: Blueprint, bob: User) -> None:
    sent = change(set_("step", "c1", "title", "mine"))
    api.post(f"blueprints/{sheet.pk}/changes/", sent)
    submit(sheet, bob, set_("step", "c1", "title", "bob's"))
    undo = {"id": str(uuid4()), "label": "Undo", "undo": sent["id"]}
    body = api.post(f"blueprints/{sheet.pk}/changes/", undo).json()
    assert body == {
        "seq": 3,
        "dropped": [],
        "kept": [{"type": "step", "id": "c1", "field": "title", "by": "bob"}],
    }
    again = {"id": str(uuid4()), "undo": sent["id"]}
    assert api.post(f"blueprints/{sheet.pk}/changes/", again).status_code == 409
    unknown = api.post(f"blueprints/{sheet.pk}/changes/", {"id": str(uuid4()), "undo": str(uuid4())})
    assert unknown.status_code == 409
    assert unknown.json()["error"]["place"] == "undo"
    log = api.get(f"blueprints/{sheet.pk}/changes/?after=2").json()["changes"]
    assert log[0]["undoes"] == sent["id"]


NEVER = {
    "no id": ({"ops": []}, "id"),
    "an id that is no UUID": ({"id": "x", "ops": []}, "id"),
    "a number for an id": ({"id": 7, "ops": []}, "id"),
    "neither ops nor undo": ({"id": str(uuid4())}, "ops"),
    "both ops and undo": (change(undo=str(uuid4())), "ops"),
    "ops that are no list": ({"id": str(uuid4()), "ops": {"0": NEW}}, "ops"),
    "an op that is no object": (change(NEW, "put"), "ops[1]"),
    "too many ops": (change(*[set_("step", "c1", "title", "")] * 10_001), "ops"),
    "an unknown op": (change(NEW, {"op": "move"}), "ops[1].op"),
    "an unknown type": (change({"op": "remove", "type": "card", "id": "c1"}), "ops[0].type"),
    "an unknown field": (change(NEW, NEW, set_("step", "c1", "titel", "x")), "ops[1].record.id"),
    "a wrong value": (change(set_("step", "c1", "work_min", "3")), "ops[0].value"),
    "a field of the change nobody knows": (change(NEW, author="queen"), "author"),
    "a label that is no text": (change(NEW, label=3), "label"),
    "a label without end": (change(NEW, label="x" * 201), "label"),
    "an undo that is no UUID": ({"id": str(uuid4()), "undo": [1]}, "undo"),
    "no object at all": ([NEW], ""),
}
NEVER["an unknown field"] = (change(NEW, set_("step", "c1", "titel", "x")), "ops[1].field")


@pytest.mark.parametrize(("body", "place"), NEVER.values(), ids=NEVER)
def test_what_is_never_valid_is_refused_with_its_place(
    api: Caller, sheet: Blueprint, body: Any, place: str
) -> None:
    answer = api.post(f"blueprints/{sheet.pk}/changes/", body)
    assert answer.status_code == 400
    error = answer.json()["error"]
    assert error["place"] == place
    assert error["message"] and error["mend"]
    assert Blueprint.objects.get(pk=sheet.pk).seq == 0


@pytest.mark.parametrize(
    ("body", "status", "place"),
    [
        (b"{", 400, ""),
        (b"\xff\xfe", 400, ""),
        (b'{"id": NaN}', 400, "id"),
        (b'{"id": "a", "id": "b"}', 400, "id"),
        (b'{"label": "\\u0000"}', 400, "label"),
        (b'{"label": "\\ud800"}', 400, "label"),
        (b"[" * 100_000, 400, ""),
        (b'{"ops": ' + b"[" * 200 + b"]" * 200 + b"}", 400, "ops[0]"),
        (b" " * 1_000_001, 400, "body"),
    ],
)
def test_what_no_one_can_read_is_refused(
    api: Caller, sheet: Blueprint, body: bytes, status: int, place: str
) -> None:
    answer = api.client.post(f"/api/blueprints/{sheet.pk}/changes/", body, content_type="application/json")
    assert answer.status_code == status
    assert answer.json()["error"]["place"].partition("]")[0] == place.partition("]")[0]
    assert answer.json()["error"]["message"]


def test_another_content_type_is_refused(api: Caller, sheet: Blueprint) -> None:
    answer = api.client.post(f"/api/blueprints/{sheet.pk}/changes/", {"id": "x"})
    assert answer.status_code == 415
    assert answer.json()["error"]["mend"]


def test_text_comes_back_as_it_went_in(api: Caller, sheet: Blueprint) -> None:
    text = "<script>alert('1')</script> & \"quotes\" 👩🏽‍💻 שלום e\u0301\u2028"
    api.post(f"blueprints/{sheet.pk}/changes/", change(set_("step", "c1", "title", text)))
    records = api.get(f"blueprints/{sheet.pk}/records/").json()["records"]["step"]
    assert next(record["title"] for record in records if record["id"] == "c1") == text


def test_numbers_keep_their_kind(api: Caller, sheet: Blueprint) -> None:
    free = {"int": 3, "float": 0.1, "big": 2**53, "nested": [1, {"b": None, "a": True}]}
    api.post(f"blueprints/{sheet.pk}/changes/", change(set_("step", "c1", "x-free", free)))
    records = api.get(f"blueprints/{sheet.pk}/records/").json()["records"]["step"]
    assert json.dumps(next(record["x-free"] for record in records if record["id"] == "c1")) == json.dumps(
        free
    )
