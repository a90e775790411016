"""A blueprint read as records and as a picture."""

from typing import Any

import pytest
from django.contrib.auth.models import User

from blueprint import drawing
from blueprint.records import RECORDS
from journeys.models import Blueprint
from tests.factories import Caller, put, set_, submit
from tests.journeys.replay import state_in


def test_records_are_flat_and_complete(api: Caller, sheet: Blueprint) -> None:
    answer = api.get(f"blueprints/{sheet.pk}/records/")
    assert answer.headers["Cache-Control"] == "no-store"  # who goes back sees the edits made since
    body = answer.json()
    assert {*body} == {"seq", "epoch", "protocol", "records"}
    assert (body["seq"], body["protocol"], body["epoch"]) == (0, 1, Blueprint.objects.get().epoch)
    assert {*body["records"]} == {*RECORDS}
    assert {
        type_: {record["id"]: record for record in all_} for type_, all_ in body["records"].items()
    } == state_in(sheet)


def test_records_follow_changes_made_elsewhere(api: Caller, sheet: Blueprint, bob: User) -> None:
    """Another process has written: what is cached here is no longer the newest."""
    from journeys.services import states

    api.get(f"blueprints/{sheet.pk}/records/")
    kept = states._states.peek(sheet.pk)
    submit(sheet, bob, set_("step", "c1", "title", "elsewhere"))
    states._states.keep(sheet.pk, kept)  # as this process would still have it
    steps = api.get(f"blueprints/{sheet.pk}/records/").json()["records"]["step"]
    assert "elsewhere" in [step["title"] for step in steps]


def test_c11_records_stand_in_their_order(api: Caller, sheet: Blueprint, bob: User) -> None:
    """The same for all who ask, whatever was changed last and whichever process answers."""
    first = put("step", id="s9", lane="cust", moment="m1", title="First", order="Zz")
    submit(sheet, bob, first, put("phase", id="p0", title="Before", order="Zz"))
    submit(sheet, bob, put("moment", id="m0", phase="p0", title="Hears of it"))
    body = api.get(f"blueprints/{sheet.pk}/records/").json()
    steps = body["records"]["step"]
    assert steps[0]["id"] == "s9"
    assert steps == sorted(steps, key=lambda step: (step["order"], step["id"]))
    assert [moment["id"] for moment in body["records"]["moment"]] == ["m0", "m1", "m2"]


def test_a_preview_is_drawn_once_a_state_and_only_as_an_image(
    api: Caller, sheet: Blueprint, alice: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[Any] = []
    monkeypatch.setattr(drawing, "preview", lambda document: drawn.append(1) or f"<svg>{len(drawn)}</svg>")
    first = api.get(f"blueprints/{sheet.pk}/preview/")
    assert first.headers["Content-Type"].startswith("image/svg+xml")
    assert "sandbox" in first.headers["Content-Security-Policy"]
    again = api.client.get(
        f"/api/blueprints/{sheet.pk}/preview/", headers={"if-none-match": first.headers["ETag"]}
    )
    assert (again.status_code, again.content) == (304, b"")
    submit(sheet, alice, set_("step", "c1", "title", "x"))
    third = api.client.get(
        f"/api/blueprints/{sheet.pk}/preview/", headers={"if-none-match": first.headers["ETag"]}
    )
    assert (third.status_code, third.content, len(drawn)) == (200, b"<svg>2</svg>", 2)


def test_a_preview_may_be_kept_under_the_address_of_its_state(api: Caller, sheet: Blueprint) -> None:
    kept = api.get(f"blueprints/{sheet.pk}/preview/?head={sheet.head}")
    assert "immutable" in kept.headers["Cache-Control"]
    assert "no-cache" in api.get(f"blueprints/{sheet.pk}/preview/?head=older").headers["Cache-Control"]


def test_the_format_describes_itself(db: None) -> None:
    schema = Caller().get("format/schema/").json()
    assert {"steps", "lanes", "links"} <= {*schema["properties"]}
