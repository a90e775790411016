"""What the tests of the server share: its people, a blueprint, and a data folder of their own."""

from pathlib import Path
from typing import Any

import celery
import pytest
from django.contrib.auth.models import User

from journeys.models import Blueprint
from tests.factories import Caller, PersonFactory, blueprint_of, shared_with


@pytest.fixture(autouse=True)
def own_files(settings: Any, tmp_path: Path) -> None:
    settings.EXPORTS_DIR = tmp_path / "exports"
    settings.ATTACHMENTS_DIR = tmp_path / "attachments"


@pytest.fixture(autouse=True)
def quick_passwords(settings: Any) -> None:
    """The hash that people get takes a second of a busy machine each time, as it should: not here."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(autouse=True)
def static_files_when_asked_for(settings: Any) -> None:
    """Each client of a test sets the site up anew: it need not list all files of the editor each time."""
    settings.WHITENOISE_AUTOREFRESH = True


@pytest.fixture(autouse=True)
def woken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The jobs for which a worker would have been woken; no message goes out."""
    sent: list[str] = []
    monkeypatch.setattr(celery.Celery, "send_task", lambda app, name, args, **_: sent.append(args[0]))
    return sent


@pytest.fixture
def alice(db: None) -> User:
    """Owns the sheet."""
    return PersonFactory(username="alice")


@pytest.fixture
def bob(db: None) -> User:
    """Edits the sheet."""
    return PersonFactory(username="bob")


@pytest.fixture
def charlie(db: None) -> User:
    """Has nothing to do with the sheet."""
    return PersonFactory(username="charlie")


@pytest.fixture
def sheet(alice: User, bob: User) -> Blueprint:
    return shared_with(blueprint_of(alice), bob)


@pytest.fixture
def api(alice: User) -> Caller:
    """A script of alice's."""
    return Caller(alice)
