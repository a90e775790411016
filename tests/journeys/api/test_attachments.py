"""Images of notes on the wire: sent, named in notes, given back to those who may see the blueprint."""

import hashlib
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from PIL import Image

from journeys.models import Attachment, Blueprint, Member
from journeys.services import attachments
from journeys.services.attachments import UNUSED, attachments_clear
from journeys.services.blueprints import blueprint_duplicate
from tests.factories import (
    SMALL,
    Caller,
    PersonFactory,
    blueprint_of,
    put,
    remove,
    set_,
    shared_with,
    submit,
    undo,
)
from tests.journeys.replay import state_in

NOWHERE = "ab" * 32


def image(colour: str = "red", form: str = "PNG", size: tuple[int, int] = (30, 20)) -> bytes:
    out = BytesIO()
    Image.new("RGB", size, colour).save(out, form)
    return out.getvalue()


def send(person: User, blueprint: Blueprint, content: bytes, **fields: Any) -> Any:
    client = Client(headers={"accept-language": "en"}, REMOTE_ADDR="192.0.2.7")
    client.force_login(person)
    body = {"file": SimpleUploadedFile("photo.png", content)} | fields
    return client.post(f"/api/blueprints/{blueprint.pk}/attachments/", body)


@pytest.fixture
def sent(sheet: Blueprint, alice: User) -> str:
    return send(alice, sheet, image()).json()["id"]


def files(settings: Any) -> set[str]:
    folder: Path = settings.ATTACHMENTS_DIR
    return {path.name for path in folder.iterdir()} if folder.exists() else set()


def test_sent_and_given_back(api: Caller, sheet: Blueprint, alice: User, settings: Any) -> None:
    answer = send(alice, sheet, image(form="WEBP"))
    assert answer.status_code == 201
    said = answer.json()
    assert said == {
        "id": said["id"],
        "url": f"/api/blueprints/{sheet.pk}/attachments/{said['id']}/",
        "type": "image/webp",
        "width": 30,
        "height": 20,
    }
    assert answer.headers["Location"] == said["url"]
    given = api.get(said["url"])
    content = b"".join(given.streaming_content)
    assert hashlib.sha256(content).hexdigest() == said["id"]
    assert given.headers["Content-Type"] == "image/webp"
    assert given.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert given.headers["X-Content-Type-Options"] == "nosniff"
    assert given.headers["Cache-Control"].startswith("private")
    [path] = settings.ATTACHMENTS_DIR.iterdir()
    assert path.name == said["id"] and path.stat().st_mode & 0o777 == 0o600


def test_the_same_image_is_kept_once(sheet: Blueprint, alice: User, bob: User, settings: Any) -> None:
    other = blueprint_of(bob)
    ids = {
        send(person, where, image()).json()["id"]
        for person, where in [(alice, sheet), (bob, sheet), (bob, other)]
    }
    assert len(ids) == len(files(settings)) == 1
    assert Attachment.objects.count() == 2


def test_a_thumbnail(api: Caller, sheet: Blueprint, alice: User) -> None:
    url = send(alice, sheet, image(size=(900, 300))).json()["url"]
    small = api.get(f"{url}?w=200")
    assert small.headers["Content-Type"] == "image/webp"
    assert Image.open(BytesIO(b"".join(small.streaming_content))).size == (320, 107)
    whole = api.get(f"{url}?w=900")
    assert whole.headers["Content-Type"] == "image/png"
    assert api.get(f"{url}?w=wide").json()["error"]["place"] == "w"


@pytest.mark.parametrize("content", [b"", b"<svg/>", image()[:40]])
def test_what_is_no_image_is_refused(sheet: Blueprint, alice: User, content: bytes, settings: Any) -> None:
    answer = send(alice, sheet, content)
    assert answer.status_code == 400
    error = answer.json()["error"]
    assert error["place"] == "file" and error["message"] and error["mend"]
    assert files(settings) == set()


def test_a_file_that_is_cut_off_on_the_way_is_too_large(sheet: Blueprint, alice: User) -> None:
    error = send(alice, sheet, bytes(5_200_000)).json()["error"]
    assert error["place"] == "file" and "5 MB" in error["message"].replace(" ", " ")


def test_a_form_without_a_file_or_with_more_is_refused(sheet: Blueprint, alice: User) -> None:
    assert send(alice, sheet, image(), name="x").json()["error"]["place"] == "name"
    client = Client(headers={"accept-language": "en"}, REMOTE_ADDR="192.0.2.7")
    client.force_login(alice)
    at = f"/api/blueprints/{sheet.pk}/attachments/"
    for form in ({}, {"file": "words"}):
        error = client.post(at, form).json()["error"]
        assert (error["place"], error["message"]) == ("file", "There is no file in the field “file”.")
    assert client.post(at, {}, content_type="application/json").status_code == 415


def test_who_may_not(sheet: Blueprint, sent: str, charlie: User) -> None:
    vera = PersonFactory(username="vera")
    shared_with(sheet, vera, Member.Role.VIEWER)
    assert send(vera, sheet, image("blue")).status_code == 403
    assert send(charlie, sheet, image("blue")).status_code == 404
    at = f"blueprints/{sheet.pk}/attachments/{sent}/"
    assert Caller(vera).get(at).status_code == 200
    assert Caller(charlie).get(at).status_code == 404
    assert Caller().get(at).status_code == 401
    # Nor by way of a blueprint of one's own.
    own = blueprint_of(charlie)
    assert Caller(charlie).get(f"blueprints/{own.pk}/attachments/{sent}/").status_code == 404


@pytest.mark.parametrize("name", ["0" * 63, "..", "Z" * 64, NOWHERE])
def test_an_address_that_is_no_hash(api: Caller, sheet: Blueprint, name: str) -> None:
    assert api.get(f"blueprints/{sheet.pk}/attachments/{name}/").status_code == 404


def test_a_note_names_an_image_that_is_there(api: Caller, sheet: Blueprint, sent: str) -> None:
    def change(number: int, op: Any) -> Any:
        id = f"00000000-0000-4000-8000-{number:012}"
        return api.post(f"blueprints/{sheet.pk}/changes/", {"id": id, "ops": [op]})

    assert change(1, put("note", id="n8", images=[sent])).status_code == 200
    places = {
        "ops[0].record.images[1]": put("note", id="n9", images=[sent, NOWHERE]),
        "ops[0].record.notes[0].images[0]": put("review", id="fp", notes=[{"id": "n9", "images": [NOWHERE]}]),
        "ops[0].value[1]": set_("note", "n8", "images", [sent, NOWHERE]),
    }
    for number, (place, op) in enumerate(places.items(), 2):
        answer = change(number, op)
        assert (answer.status_code, answer.json()["error"]["place"]) == (400, place)
    assert change(9, set_("note", "n8", "images", [])).status_code == 200


def test_a_document_keeps_hashes_of_images_that_lie_elsewhere(api: Caller, alice: User) -> None:
    notes = [{"id": "n1", "images": [NOWHERE], "text": "see"}]
    made = api.post("blueprints/", {"document": SMALL | {"notes": notes}}).json()["id"]
    assert api.get(f"blueprints/{made}/document/").json()["notes"] == notes
    listed = api.get(f"blueprints/{made}/attachments/").json()
    assert listed == {"attachments": [], "missing": [NOWHERE]}
    row = Blueprint.objects.get(pk=made)
    # What is there already may stay while another comes.
    mine = send(alice, row, image()).json()["id"]
    submit(row, alice, set_("note", "n1", "images", [NOWHERE, mine]))
    listed = api.get(f"blueprints/{made}/attachments/").json()
    assert ([one["id"] for one in listed["attachments"]], listed["missing"]) == ([mine], [NOWHERE])


def test_a_copy_has_its_images(sheet: Blueprint, alice: User, bob: User, sent: str) -> None:
    submit(sheet, alice, put("note", id="n9", images=[sent]))
    copy = blueprint_duplicate(blueprint=sheet, owner=bob)
    assert Caller(bob).get(f"blueprints/{copy.pk}/attachments/{sent}/").status_code == 200
    # Pasting a note into another blueprint hands the image on; a stranger who heard of the hash gets nothing.
    other = blueprint_of(bob)
    submit(other, bob, put("note", id="n9", images=[sent]))
    assert Caller(bob).get(f"blueprints/{other.pk}/attachments/{sent}/").status_code == 200


def test_whoever_heard_of_a_hash_gets_nothing_by_it(sheet: Blueprint, sent: str, charlie: User) -> None:
    own = blueprint_of(charlie, SMALL | {"notes": [{"id": "n1", "images": [sent]}]})
    assert Caller(charlie).get(f"blueprints/{own.pk}/attachments/{sent}/").status_code == 404
    assert Caller(charlie).get(f"blueprints/{own.pk}/attachments/").json()["missing"] == [sent]


def test_as_many_as_it_may_hold(
    sheet: Blueprint, alice: User, sent: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments, "MOST", 1)
    assert send(alice, sheet, image()).status_code == 201  # the same again
    assert send(alice, sheet, image("blue")).status_code == 409
    monkeypatch.setattr(attachments, "MOST", 9)
    monkeypatch.setattr(attachments, "MOST_BYTES", 100)
    assert send(alice, sheet, image("blue")).json()["error"]["place"] == "file"


def age(settings: Any) -> None:
    """A day and more goes by."""
    import os

    Attachment.objects.update(at=timezone.now() - UNUSED - timedelta(hours=1))
    for path in settings.ATTACHMENTS_DIR.iterdir():
        os.utime(path, (0, 0))


def test_what_nobody_used_goes_after_a_day(
    sheet: Blueprint, alice: User, sent: str, settings: Any, api: Caller
) -> None:
    kept = send(alice, sheet, image("blue", size=(400, 400))).json()
    api.get(f"{kept['url']}?w=160")
    added = submit(sheet, alice, put("note", id="n9", images=[kept["id"]]))
    attachments_clear()
    assert {sent, kept["id"]} < files(settings)
    age(settings)
    (settings.ATTACHMENTS_DIR / ".half-written").write_bytes(b"")
    (settings.ATTACHMENTS_DIR / NOWHERE).write_bytes(b"")
    age(settings)
    attachments_clear()
    assert files(settings) == {kept["id"], f"{kept['id']}.160"}
    # Once used it stays: the log can bring the note back.
    gone = submit(sheet, alice, remove("note", "n9"))
    age(settings)
    attachments_clear()
    undo(sheet, alice, gone)
    assert state_in(sheet)["note"]["n9"]["images"] == [kept["id"]]
    assert api.get(kept["url"]).status_code == 200
    assert added["dropped"] == []
