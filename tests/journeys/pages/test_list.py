"""The list of blueprints and the bin, asked as a browser asks."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from journeys.models import Blueprint
from journeys.services.blueprints import blueprint_bin, blueprint_create
from tests.journeys.pages.conftest import titled


def said(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_an_empty_list_says_how_to_begin(client: Client) -> None:
    assert "No blueprint yet" in said(client.get("/"))


def test_the_list_shows_each_blueprint_with_its_preview(client: Client, sheet: Blueprint) -> None:
    page = said(client.get("/"))
    assert f'href="/blueprints/{sheet.pk}/"' in page
    assert "Returns in the shop" in page
    assert f'src="/api/blueprints/{sheet.pk}/preview/?head={sheet.head}"' in page
    assert 'loading="lazy"' in page


def test_nobody_sees_what_is_not_theirs(client: Client, foreign: Blueprint) -> None:
    assert "Bob" not in said(client.get("/"))
    assert "Bob" not in said(client.get(f"/?binned={foreign.pk}&copied={foreign.pk}"))


@pytest.mark.parametrize("verb", ["rename", "duplicate", "delete", "restore"])
def test_another_persons_blueprint_is_not_there(client: Client, foreign: Blueprint, verb: str) -> None:
    answer = client.post(f"/blueprints/{foreign.pk}/{verb}/", {"title": "Mine now"})
    assert answer.status_code == 404
    foreign.refresh_from_db()
    assert (foreign.title, foreign.deleted_at) == ("Bob's own", None)


def test_renaming_is_a_change_in_the_log(client: Client, sheet: Blueprint) -> None:
    answer = client.post(f"/blueprints/{sheet.pk}/rename/", {"title": "  Returns  "})
    assert answer.headers["Location"] == f"/#b-{sheet.pk}"
    sheet.refresh_from_db()
    assert (sheet.title, sheet.seq) == ("Returns", 1)


def test_a_title_that_stays_is_no_change(client: Client, sheet: Blueprint) -> None:
    client.post(f"/blueprints/{sheet.pk}/rename/", {"title": sheet.title})
    sheet.refresh_from_db()
    assert sheet.seq == 0


def test_a_refused_title_is_said_beside_its_field(client: Client, sheet: Blueprint) -> None:
    answer = client.post(f"/blueprints/{sheet.pk}/rename/", {"title": "   "})
    assert answer.status_code == 400
    assert f'id="error-{sheet.pk}" role="alert">A blueprint needs a title. Type one.' in said(answer)
    answer = client.post(f"/blueprints/{sheet.pk}/rename/", {"title": "a\x00b"})
    assert answer.status_code == 400
    assert 'role="alert"' in said(answer)
    sheet.refresh_from_db()
    assert sheet.title == "Returns in the shop"


def test_a_copy_is_announced_and_has_a_log_of_its_own(client: Client, sheet: Blueprint) -> None:
    page = said(client.post(f"/blueprints/{sheet.pk}/duplicate/", follow=True))
    assert "The copy is called “Returns in the shop (copy)”." in page
    assert Blueprint.objects.count() == 2


def test_deleting_offers_undo_and_undo_brings_it_back(client: Client, sheet: Blueprint) -> None:
    page = said(client.post(f"/blueprints/{sheet.pk}/delete/", follow=True))
    assert "“Returns in the shop” is in the bin." in page
    assert f'action="/blueprints/{sheet.pk}/restore/"' in page
    assert f'href="/blueprints/{sheet.pk}/"' not in page

    page = said(client.post(f"/blueprints/{sheet.pk}/restore/", follow=True))
    assert "“Returns in the shop” is back." in page
    assert f'href="/blueprints/{sheet.pk}/"' in page


def test_the_bin_holds_what_was_deleted(client: Client, sheet: Blueprint) -> None:
    assert "The bin is empty." in said(client.get("/bin/"))
    assert 'href="/bin/"' not in said(client.get("/")), "an empty bin takes no room"
    blueprint_bin(blueprint=sheet)
    assert "Returns in the shop" in said(client.get("/bin/"))
    assert "Bin (1)" in said(client.get("/"))
    assert client.get(f"/blueprints/{sheet.pk}/").status_code == 404


def test_text_is_text(client: Client, owner: User) -> None:
    title = '<script>alert(1)</script> "quoted" & 🙂 שלום'
    row = blueprint_create(owner=owner, document=titled(title))
    page = client.get("/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &quot;quoted&quot; &amp; 🙂 שלום" in page
    shell = client.get(f"/blueprints/{row.pk}/").content.decode()
    assert "<script>alert" not in shell


def test_both_languages(client: Client, french: Client, sheet: Blueprint) -> None:
    assert "changed just now" in said(client.get("/"))
    page = french.get("/").content.decode()
    assert '<html lang="fr">' in page
    assert "modifié à l’instant" in page
    blueprint_bin(blueprint=sheet)
    assert (
        "«\u00a0Returns in the shop\u00a0» est dans la corbeille."
        in french.get(f"/?binned={sheet.pk}").content.decode()
    )


def test_the_choice_of_language_stays(client: Client) -> None:
    answer = client.post("/language/", {"language": "fr", "next": "/bin/"})
    assert answer.headers["Location"] == "/bin/"
    assert "La corbeille est vide." in client.get("/bin/").content.decode()
    elsewhere = client.post("/language/", {"language": "fr", "next": "https://example.org/"})
    assert elsewhere.headers["Location"] == "/"
