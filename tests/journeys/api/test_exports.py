"""Exports on the wire: 202, an address that tells how it stands, and the file as an attachment."""

import pytest
from django.contrib.auth.models import User

from blueprint import drawing
from journeys.models import Blueprint, Export
from journeys.services.exports import EXPORTS, export_file
from tests.factories import Caller, blueprint_of


def test_asked_done_fetched(api: Caller, sheet: Blueprint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "draw", lambda document, **_: "<svg/>")
    asked = api.post(f"blueprints/{sheet.pk}/exports/", {"format": "svg"})
    assert asked.status_code == 202
    job = asked.json()
    assert (job["status"], job["file"], job["error"]) == ("pending", None, None)
    assert asked.headers["Location"] == job["url"]
    assert api.get(job["url"] + "file/").status_code == 404
    EXPORTS.run(job["id"])
    told = api.get(job["url"]).json()
    assert (told["status"], told["seq"]) == ("done", 0)
    file = api.get(told["file"])
    assert b"".join(file.streaming_content) == b"<svg/>"
    assert file.headers["Content-Type"].startswith("image/svg+xml")
    assert file.headers["Content-Disposition"] == 'attachment; filename="Returns.svg"'
    assert file.headers["Content-Security-Policy"].startswith("sandbox")
    assert file.headers["X-Content-Type-Options"] == "nosniff"


def test_a_failure_is_told(api: Caller, sheet: Blueprint) -> None:
    job = api.post(f"blueprints/{sheet.pk}/exports/", {"format": "svg"}).json()
    Export.objects.update(status="failed", error="broken")
    told = api.get(job["url"]).json()
    assert (told["status"], told["file"]) == ("failed", None)
    assert {*told["error"]} == {"place", "message", "mend"}


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ({"format": "docx"}, "format"),
        ({}, "format"),
        ({"format": "svg", "language": "de"}, "language"),
        ({"format": "svg", "complete": "yes"}, "complete"),
        ({"format": "svg", "colour": 1}, "colour"),
    ],
)
def test_what_nobody_makes_is_refused(
    api: Caller, sheet: Blueprint, body: dict[str, object], place: str
) -> None:
    answer = api.post(f"blueprints/{sheet.pk}/exports/", body)
    assert answer.status_code == 400
    assert answer.json()["error"]["place"] == place
    assert not Export.objects.exists()


def test_an_export_belongs_to_its_blueprint(api: Caller, sheet: Blueprint, alice: User) -> None:
    job = api.post(f"blueprints/{sheet.pk}/exports/", {"format": "svg"}).json()
    other = blueprint_of(alice)
    assert api.get(f"blueprints/{other.pk}/exports/{job['id']}/").status_code == 404
    for unknown in ("x" * 40, "%00", "x"):
        assert api.get(f"blueprints/{sheet.pk}/exports/{unknown}/").status_code == 404


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ('Été / <b>"x"</b>\n', "filename*=utf-8''%C3%89t%C3%A9%20b%20x%20b.svg"),
        ("../../etc/passwd", 'filename="etc passwd.svg"'),
        ("???", 'filename="blueprint.svg"'),
    ],
)
def test_a_title_makes_a_file_name_on_any_system(api: Caller, alice: User, title: str, name: str) -> None:
    sheet = blueprint_of(alice, title=title)
    job = Export.objects.create(
        blueprint=sheet, by=alice, format="svg", status="done", queued_at=sheet.created
    )
    export_file(job).parent.mkdir()
    export_file(job).write_bytes(b"<svg/>")
    answer = api.get(f"blueprints/{sheet.pk}/exports/{job.pk}/file/")
    assert name in answer.headers["Content-Disposition"]
