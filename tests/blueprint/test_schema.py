"""The JSON Schema: current, right about good and wrong files, and telling in an editor."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from jsonschema import Draft202012Validator

from blueprint.__main__ import main
from blueprint.catalogue import DETECTORS
from blueprint.document import json_schema
from tests.blueprint.test_reading import data, step
from tests.strategies import document_data

ROOT = Path(__file__).parents[2]
SCHEMA = json_schema()
VALIDATOR = Draft202012Validator(SCHEMA)


def test_the_file_is_current() -> None:
    kept = (ROOT / "docs" / "blueprint.schema.json").read_text(encoding="utf-8")
    assert json.loads(kept) == SCHEMA, "run: python -m blueprint schema > docs/blueprint.schema.json"


def test_the_command_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == SCHEMA


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.json")), ids=lambda path: path.name)
def test_it_accepts_the_examples(path: Path) -> None:
    VALIDATOR.validate(json.loads(path.read_text(encoding="utf-8")))


@given(document_data())
def test_it_accepts_what_reading_accepts(document: dict[str, Any]) -> None:
    VALIDATOR.validate(document)


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"format": "blueprint/2", "title": ""},
        data(colour=1),
        step(emotion=3),
        step(work_min="3"),
        step(work_min=True),
        step(kind="dance"),
        step(id="a b"),
        step(title=None),
        step(uses=[{"times": 1}]),
        data(lanes=[{"id": "l", "title": ""}]),
        data(notes=[{"id": "n", "at": "10:00"}]),
        data(flags=[{"id": "g", "area": {"lanes": ["cust"], "moments": ["m1", "m1"]}}]),
        data(detectors={"tool-latency": {"limit": 3}}),
        data(detectors={"tool-latncy": {}}),
    ],
)
def test_it_refuses_what_reading_refuses(wrong: dict[str, Any]) -> None:
    assert not VALIDATOR.is_valid(wrong)


def test_every_field_is_described() -> None:
    parts = {"Document": SCHEMA} | SCHEMA["$defs"]
    assert all(part.get("description") for part in parts.values())
    silent = [
        f"{name}.{field}"
        for name, part in parts.items()
        for field, about in part["properties"].items()
        if not about.get("description")
    ]
    assert silent == []


def test_every_detector_has_its_limits() -> None:
    properties = SCHEMA["properties"]["detectors"]["properties"]
    assert {
        id: {name: limit["default"] for name, limit in detector["properties"].items() if name != "on"}
        for id, detector in properties.items()
    } == DETECTORS
    assert len(DETECTORS) == 25
