"""Rows and records are the same thing in two shapes, for every type and every field there is."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import models

from blueprint.document import from_data, to_data
from blueprint.records import RECORDS, to_document, to_records
from journeys.loading import TYPES, columns_of
from journeys.models import Blueprint
from tests.factories import EXAMPLES, SMALL, blueprint_of
from tests.journeys.replay import state_in

RICH = SMALL | {
    "x-room": {"b": 1, "a": [1.5, None, "é"]},
    "cases_per_month": 12.5,
    "reviews": [
        {
            "finding": "f-1",
            "detector": "re-entry",
            "elements": ["gone"],
            "effort": 3,
            "notes": [{"id": "rn1", "text": "hm"}],
            "x-vote": 2,
        }
    ],
    "detectors": {"tool-latency": {"limit_s": 30}, "re-entry": {"on": False}, "x-own": {"anything": [1]}},
}


@pytest.mark.parametrize("document", [*EXAMPLES.values(), SMALL, RICH], ids=[*EXAMPLES, "small", "rich"])
def test_a_document_comes_back_from_the_rows_as_it_went_in(alice: User, document: dict[str, Any]) -> None:
    state = state_in(blueprint_of(alice, document))
    assert state == to_records(from_data(document))
    assert to_data(to_document(state)) == to_data(from_data(document))


def test_every_field_of_every_record_has_a_column() -> None:
    assert {*TYPES} == {*RECORDS} - {"blueprint"}
    for name in TYPES:
        assert {column.field for column in columns_of(name)} == {*RECORDS[name].fields}, name
    own = {field.name for field in Blueprint._meta.concrete_fields}
    assert {*RECORDS["blueprint"].fields} <= own


def test_every_reference_to_one_type_is_a_foreign_key() -> None:
    for name in TYPES:
        for field in RECORDS[name].fields.values():
            single = len(field.to) == 1 and "list" not in str(field.info.annotation)
            column = next(each for each in columns_of(name) if each.field == field.name)
            assert column.to == (field.to[0] if single else None), f"{name}.{field.name}"


def test_c6_every_foreign_key_of_the_content_is_protected() -> None:
    for model in TYPES.values():
        for field in model._meta.concrete_fields:
            if isinstance(field, models.ForeignKey):
                assert field.remote_field.on_delete is models.PROTECT, field


def test_the_same_ids_in_two_blueprints_do_not_meet(alice: User) -> None:
    first, second = blueprint_of(alice), blueprint_of(alice, title="Other")
    assert state_in(first) == state_in(second) | {"blueprint": state_in(first)["blueprint"]}


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "\"'&", "👩🏽‍💻", "שלום ‏", "e\u0301 vs é", " ", "a\r\nb\tc"]
)
def test_text_is_text(alice: User, text: str) -> None:
    assert state_in(blueprint_of(alice, title=text))["blueprint"]["blueprint"]["title"] == text
