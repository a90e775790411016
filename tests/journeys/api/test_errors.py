"""Errors have one shape and speak the language of the request; nothing is told to who may not know."""

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.db import OperationalError
from django.test import Client

from journeys.api import reading
from journeys.models import Blueprint
from tests.factories import Caller


def error(answer: object) -> dict[str, str]:
    body = answer.json()
    assert {*body} == {"error"}
    assert {"place", "message", "mend"} <= {*body["error"]}
    assert body["error"]["message"] and body["error"]["mend"]
    return body["error"]


def test_a_wrong_token_is_refused_even_beside_a_session(alice: User, sheet: Blueprint) -> None:
    client = Client(headers={"authorization": "Bearer nonsense"})
    client.force_login(alice)
    answer = client.get("/api/blueprints/")
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer")
    assert "token" in error(answer)["mend"]


def test_nobody_gets_401(db: None) -> None:
    answer = Caller().get("blueprints/")
    assert answer.status_code == 401
    assert "Bearer" in error(answer)["mend"]


def test_a_session_needs_a_csrf_token_to_write_and_a_script_does_not(alice: User) -> None:
    browser = Client(enforce_csrf_checks=True, headers={"accept-language": "en"})
    browser.force_login(alice)
    body = {"data": '{"preset": "service"}', "content_type": "application/json"}
    refused = browser.post("/api/blueprints/", **body)
    assert refused.status_code == 403
    assert "CSRF" in error(refused)["message"]
    assert "X-CSRFToken" in error(refused)["mend"]
    browser.cookies[settings.CSRF_COOKIE_NAME] = "x" * 32
    assert browser.post("/api/blueprints/", **body, headers={"x-csrftoken": "x" * 32}).status_code == 201
    assert Caller(alice).post("blueprints/", {"preset": "service"}).status_code == 201


@pytest.mark.parametrize(
    "path", ["nothing/", "blueprints/x/y/z/", "blueprints/../../etc/passwd", "blueprints/%00/"]
)
def test_an_address_that_is_not_there(api: Caller, path: str) -> None:
    answer = api.get(path)
    assert answer.status_code == 404
    error(answer)


def test_a_method_that_is_not_there(api: Caller, sheet: Blueprint) -> None:
    answer = api("PUT", f"blueprints/{sheet.pk}/", {})
    assert answer.status_code == 405
    assert error(answer)["mend"]


def test_another_form_of_answer_than_json(api: Caller) -> None:
    answer = api.client.get("/api/blueprints/", headers={"accept": "text/csv"})
    assert answer.status_code == 406
    error(answer)


@pytest.mark.parametrize(("language", "word"), [("fr", "corbeille"), ("en", "bin"), ("de", "corbeille")])
def test_errors_speak_the_language_of_the_request(
    alice: User, sheet: Blueprint, language: str, word: str
) -> None:
    caller = Caller(alice, **{"accept-language": language})
    caller("DELETE", f"blueprints/{sheet.pk}/")
    assert word in error(caller.get(f"blueprints/{sheet.pk}/"))["message"]


def test_a_fault_of_ours_is_told_without_its_details(
    api: Caller, sheet: Blueprint, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(id_: str) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(reading, "state_read", broken)
    answer = api.get(f"blueprints/{sheet.pk}/records/")
    assert answer.status_code == 500
    assert "secret" not in str(error(answer))


def test_r11_storage_out_of_reach_is_told_as_such(
    api: Caller, sheet: Blueprint, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(id_: str) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(reading, "state_read", locked)
    answer = api.get(f"blueprints/{sheet.pk}/records/")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")
    error(answer)


def test_a_cross_site_page_learns_nothing(api: Caller) -> None:
    assert api.get("blueprints/").headers["Cross-Origin-Resource-Policy"] == "same-origin"
