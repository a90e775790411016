"""The description of the API is whole, and the API does as it describes whatever it is sent."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import schemathesis
from django.contrib.auth.models import User
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from schemathesis import checks

from journeys.models import Blueprint
from journeys.services.tokens import token_make
from tests.draws import draws


def test_the_description_is_made_without_a_warning(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("spectacular", "--validate", "--fail-on-warn")
    assert "openapi: 3" in capsys.readouterr().out


OPERATIONS = [
    "blueprints_list",
    "blueprints_create",
    "blueprints_read",
    "blueprints_rename",
    "blueprints_delete",
    "blueprints_duplicate",
    "blueprints_restore",
    "blueprints_document",
    "blueprints_records",
    "blueprints_friction",
    "blueprints_what_if",
    "blueprints_target",
    "blueprints_compare",
    "blueprints_preview",
    "attachments_list",
    "attachments_add",
    "attachments_read",
    "changes_list",
    "changes_submit",
    "exports_ask",
    "exports_read",
    "exports_file",
    "analyses_ask",
    "analyses_read",
    "detectors_list",
    "presets_list",
    "presets_preview",
    "format_schema",
]


@pytest.fixture(autouse=True)
def one_connection() -> Iterator[None]:
    """The handler closes old connections around each request; here it has to stay in the transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@cache
def described() -> Any:
    return schemathesis.openapi.from_wsgi("/api/schema/?format=json", WSGIHandler())


def test_every_operation_is_tried(db: None) -> None:
    assert {result.ok().definition.raw["operationId"] for result in described().get_all_operations()} == {
        *OPERATIONS
    }


@pytest.mark.parametrize("operation", OPERATIONS)
def test_nothing_that_is_sent_breaks_it(operation: str, sheet: Blueprint, alice: User) -> None:
    token = token_make(person=alice)

    @settings(max_examples=draws(15), deadline=None, database=None, suppress_health_check=[*HealthCheck])
    @given(case=described().find_operation_by_id(operation).as_strategy())
    def attempt(case: schemathesis.Case) -> None:
        if "id" in case.path_parameters:
            case.path_parameters["id"] = sheet.pk
        if "other" in case.path_parameters:
            case.path_parameters["other"] = sheet.pk
        Blueprint.objects.filter(pk=sheet.pk).update(deleted_at=None)
        answer = case.call(headers={"Authorization": f"Bearer {token}"})
        case.validate_response(
            answer,
            checks=[
                checks.not_a_server_error,
                checks.status_code_conformance,
                checks.content_type_conformance,
                checks.response_schema_conformance,
            ],
        )

    attempt()
