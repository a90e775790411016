"""The editor's page, signing in, and what is shown where no page can be."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from journeys.models import Blueprint


@pytest.fixture
def built(tmp_path: Path, settings: Any) -> None:
    """What Vite would have built."""
    manifest = {
        "src/first.ts": {"file": "assets/first-1.js"},
        "src/main.en.ts": {
            "file": "assets/main-1.js",
            "css": ["assets/main-1.css"],
            "imports": ["_shared", "src/first.ts"],
        },
        "src/main.fr.ts": {"file": "assets/main-2.js", "imports": ["_shared"]},
        "src/pages.ts": {"file": "assets/pages-1.js", "css": ["assets/pages-1.css"]},
        "fonts/plex-latin-wght-normal.woff2": {"file": "assets/plex-1.woff2"},
        "fonts/plex-greek-wght-normal.woff2": {"file": "assets/plex-2.woff2"},
        "_shared": {"file": "assets/shared-1.js", "css": ["assets/shared-1.css"]},
    }
    (tmp_path / "manifest.json").write_text(json.dumps(manifest))
    settings.VITE_DIR = tmp_path


def test_the_shell_holds_what_the_editor_asks_for(client: Client, sheet: Blueprint, built: None) -> None:
    answer = client.get(f"/blueprints/{sheet.pk}/")
    page = answer.content.decode()
    held = json.loads(re.search(r'<script id="config" type="application/json">(.*?)</script>', page)[1])
    assert held["blueprint"] == sheet.pk
    assert held["language"] == "en"
    assert held["csrf"]
    assert held["urls"]["list"] == "/"


def test_the_shell_loads_what_was_built_under_its_policy(
    client: Client, sheet: Blueprint, built: None
) -> None:
    answer = client.get(f"/blueprints/{sheet.pk}/")
    page = answer.content.decode()
    nonce = re.search(r"'nonce-([^']+)'", answer.headers["Content-Security-Policy"])[1]
    assert f'<script type="module" nonce="{nonce}" src="/static/assets/main-1.js" blocking="render">' in page
    assert f'<link rel="modulepreload" nonce="{nonce}" href="/static/assets/shared-1.js">' in page
    # What asks for the records runs as soon as it is there, and is not fetched twice.
    assert f'<script type="module" async nonce="{nonce}" src="/static/assets/first-1.js"></script>' in page
    assert page.count("first-1.js") == 1
    assert re.findall(r'<link rel="preload" as="font"[^>]* href="([^"]+)">', page) == [
        "/static/assets/plex-1.woff2"
    ]
    assert f'<link rel="preload" as="fetch" crossorigin href="/api/blueprints/{sheet.pk}/records/">' in page
    styles = re.findall(r'<link rel="stylesheet" href="([^"]+)">', page)
    assert styles == ["/static/assets/shared-1.css", "/static/assets/main-1.css"]


def test_the_shell_is_sent_the_readers_language_alone(client: Client, sheet: Blueprint, built: None) -> None:
    page = client.get(f"/blueprints/{sheet.pk}/", headers={"accept-language": "fr"}).content.decode()
    assert 'src="/static/assets/main-2.js"' in page
    assert "main-1" not in page


@pytest.mark.parametrize("path", ["/", "/new/", "/bin/", "/login/", "/nowhere/"])
def test_no_page_carries_inline_styles_or_scripts(
    client: Client, sheet: Blueprint, built: None, path: str
) -> None:
    page = Client().get(path).content.decode() if path == "/login/" else client.get(path).content.decode()
    assert not re.search(r"\sstyle=|\son[a-z]+=|<style", page)
    assert all("nonce=" in tag or "application/json" in tag for tag in re.findall(r"<script[^>]*>", page))


def test_without_a_build_pages_still_come(client: Client, settings: Any, tmp_path: Path) -> None:
    settings.VITE_DIR = tmp_path
    assert client.get("/").status_code == 200


@pytest.mark.parametrize("path", ["/", "/new/", "/bin/", "/blueprints/x/"])
def test_who_is_not_signed_in_is_asked_to(db: None, path: str) -> None:
    answer = Client(headers={"host": "localhost", "x-forwarded-for": "192.0.2.7"}).get(path)
    assert answer.headers["Location"] == f"/login/?next={path}"


def test_signing_in(db: None) -> None:
    User.objects.create_user("alice", password="a long and rare one")
    browser = Client(headers={"host": "localhost", "x-forwarded-for": "192.0.2.7", "accept-language": "en"})
    refused = browser.post("/login/", {"username": "alice", "password": "guess", "next": "/bin/"})
    assert 'role="alert"' in refused.content.decode()
    assert 'value="alice"' in refused.content.decode()
    let_in = browser.post(
        "/login/", {"username": "alice", "password": "a long and rare one", "next": "/bin/"}
    )
    assert let_in.headers["Location"] == "/bin/"
    assert "Sign out" in browser.get("/").content.decode()


def test_not_found_in_both_languages(client: Client, french: Client) -> None:
    answer = client.get("/blueprints/none/")
    assert answer.status_code == 404
    assert "There is nothing here" in answer.content.decode()
    assert "Il n’y a rien ici" in french.get("/nowhere/").content.decode()


def test_a_form_from_elsewhere_changes_nothing(owner: User, sheet: Blueprint) -> None:
    browser = Client(enforce_csrf_checks=True, headers={"host": "localhost", "accept-language": "en"})
    answer = browser.post(f"/blueprints/{sheet.pk}/delete/")
    assert answer.status_code == 403
    assert "This form is too old" in answer.content.decode()
    sheet.refresh_from_db()
    assert sheet.deleted_at is None


def test_a_fault_of_ours_is_said_without_the_database(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object, **options: object) -> None:
        raise RuntimeError("on purpose")

    monkeypatch.setattr("journeys.services.access.visible", broken)
    client.raise_request_exception = False
    answer = client.get("/")
    assert answer.status_code == 500
    assert "Something went wrong on our side" in answer.content.decode()
