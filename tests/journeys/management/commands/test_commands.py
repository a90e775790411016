"""The commands a person types: a token, a password, the examples."""

import io
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from journeys.models import Blueprint, Token
from journeys.services.blueprints import blueprint_bin
from journeys.services.people import local_owner
from tests.factories import EXAMPLES, Caller

pytestmark = pytest.mark.django_db


def said(command: str, *arguments: str, **options: Any) -> str:
    out = io.StringIO()
    call_command(command, *arguments, stdout=out, **options)
    return out.getvalue().strip()


def test_a_token_lets_a_script_in_and_is_not_kept_in_the_clear() -> None:
    token = said("token", "laptop")
    assert Caller(authorization=f"Bearer {token}").get("blueprints/").status_code == 200
    row = Token.objects.get()
    assert (row.person, row.name) == (local_owner(), "laptop")
    assert token not in str(vars(row))


def test_a_token_of_someone_else(alice: User) -> None:
    said("token", person="alice")
    assert Token.objects.get().person == alice
    with pytest.raises(CommandError, match="nobody"):
        said("token", person="nobody")


def test_someone_who_was_shut_out_has_no_token(alice: User) -> None:
    token = said("token", person="alice")
    User.objects.filter(pk=alice.pk).update(is_active=False)
    assert Caller(authorization=f"Bearer {token}").get("blueprints/").status_code == 401


def test_a_password_comes_from_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("a long and rare one\n"))
    assert "owner" in said("password")
    assert local_owner().check_password("a long and rare one")


def test_a_weak_password_is_refused_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("short\n"))
    with pytest.raises(CommandError):
        said("password")
    assert not local_owner().has_usable_password()


def test_the_examples_go_in_once_and_never_come_back() -> None:
    said("examples")
    mine = Blueprint.objects.filter(owner=local_owner())
    assert {row.title for row in mine} == {example["title"] for example in EXAMPLES.values()}
    for row in mine:
        blueprint_bin(blueprint=row)
    said("examples")
    assert Blueprint.objects.count() == len(EXAMPLES)
