"""The local owner is signed in where only they can ask, and nowhere else; another HOST needs a password."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client

from journeys.services.errors import Never
from journeys.services.people import local_owner, open_door, password_set
from tests.factories import ROOT, blueprint_of
from tests.serving import empty_database

HERE = {"host": "127.0.0.1:8000"}


def person_seen(client: Client, **options: Any) -> int:
    return client.get("/api/blueprints/", **options).status_code


@pytest.mark.django_db
@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:8000", "localhost:5173", "LOCALHOST", "[::1]:8000", "[::1]"]
)
@pytest.mark.parametrize("peer", ["127.0.0.1", "127.0.0.9", "::1", "::ffff:127.0.0.1"])
def test_at_their_own_machine_nobody_needs_a_password(settings: Any, host: str, peer: str) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    mine = blueprint_of(local_owner())
    answer = Client(REMOTE_ADDR=peer, headers={"host": host}).get("/api/blueprints/")
    assert [entry["id"] for entry in answer.json()] == [mine.pk]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "peer", ["192.0.2.7", "10.0.0.2", "::ffff:192.0.2.7", "2001:db8::1", "", "127.0.0.1.evil.example"]
)
def test_another_peer_is_nobody(peer: str) -> None:
    assert person_seen(Client(REMOTE_ADDR=peer, headers=HERE)) == 401


@pytest.mark.django_db
@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "192.0.2.1:8000", "127.0.0.1@evil.example"]
)
def test_another_host_header_is_nobody(settings: Any, host: str) -> None:
    """A name that leads here by its owner's doing (DNS rebinding) is not ours."""
    settings.ALLOWED_HOSTS = ["*"]
    assert person_seen(Client(headers={"host": host})) in (400, 401)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "header",
    [
        "forwarded",
        "x-forwarded-for",
        "x-forwarded-host",
        "x-forwarded-proto",
        "x-forwarded-anything",
        "via",
        "x-real-ip",
    ],
)
def test_what_was_forwarded_is_nobody(header: str) -> None:
    assert person_seen(Client(headers=HERE | {header: "127.0.0.1"})) == 401
    assert person_seen(Client(headers=HERE | {header: ""})) == 401


@pytest.mark.django_db
def test_a_server_that_listens_elsewhere_signs_nobody_in(settings: Any) -> None:
    settings.HOST, settings.LOOPBACK = "0.0.0.0", False
    assert person_seen(Client(headers=HERE)) == 401


@pytest.mark.django_db
def test_csrf_stays_on_for_the_local_owner(settings: Any) -> None:
    browser = Client(enforce_csrf_checks=True, headers=HERE)
    body = {"data": '{"preset": "service"}', "content_type": "application/json"}
    assert browser.post("/api/blueprints/", **body).status_code == 403
    browser.cookies[settings.CSRF_COOKIE_NAME] = "x" * 32
    assert browser.post("/api/blueprints/", **body, headers={"x-csrftoken": "x" * 32}).status_code == 201
    assert (
        browser.post(
            "/api/blueprints/", **body, headers={"x-csrftoken": "x" * 32, "origin": "http://evil.example"}
        ).status_code
        == 403
    )


@pytest.mark.django_db
def test_who_has_signed_in_stays_who_they_are(alice: User) -> None:
    client = Client(headers=HERE)
    client.force_login(alice)
    made = client.post("/api/blueprints/", '{"preset": "service"}', content_type="application/json").json()
    assert alice.blueprints.get().pk == made["id"]


@pytest.mark.django_db
def test_another_host_waits_for_a_password(settings: Any) -> None:
    assert open_door() is None
    settings.HOST, settings.LOOPBACK = "0.0.0.0", False
    local_owner()
    assert "manage.py password" in (open_door() or "")
    password_set(person=local_owner(), password="a long and rare one")
    assert open_door() is None


@pytest.mark.django_db
@pytest.mark.parametrize("password", ["", "short", "password123"])
def test_a_weak_password_is_refused(password: str) -> None:
    with pytest.raises(Never):
        password_set(person=local_owner(), password=password)


def test_the_application_itself_refuses_to_be_served(tmp_path: Path) -> None:
    environment = {
        name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "REDIS_URL")
    }
    environment |= {"DATA_DIR": str(tmp_path / "data"), "HOST": "0.0.0.0"}

    def run(*arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=ROOT,
            env=environment,
            input=typed,
            text=True,
            capture_output=True,
        )

    empty_database(tmp_path / "data")
    refused = run("-c", "import journeys.asgi")
    assert refused.returncode == 1
    assert refused.stderr.strip().splitlines() == [refused.stderr.strip()], "one sentence"
    assert "manage.py password" in refused.stderr
    assert run("manage.py", "password", typed="a long and rare one\n").returncode == 0
    assert run("-c", "import journeys.asgi").returncode == 0
