"""docs/format.md is true: its examples are documents, its tables are those of the models."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from blueprint.catalogue import DETECTORS
from blueprint.document import DocumentError, from_data, json_schema, parse
from blueprint.document.reading import DEPTH, LENGTH, SIZE, WIDTH
from blueprint.document.rules import OTHERS, STEPS
from blueprint.document.writing import ALWAYS

PAGE = (Path(__file__).parents[2] / "docs" / "format.md").read_text(encoding="utf-8")
SCHEMA = json_schema()
# The heading above each table of fields, and the definition it describes.
PARTS = {
    "The document": "Document",
    "`phases[]`": "Phase",
    "`moments[]`": "Moment",
    "`lanes[]`": "Lane",
    "`blanks[]`": "Blank",
    "`actors[]`": "Actor",
    "`channels[]`": "Channel",
    "`tools[]`": "Tool",
    "`tools[].feeds[]`": "Feed",
    "`information[]`": "Information",
    "`steps[]`": "Step",
    "`steps[].uses[]`": "Use",
    "`steps[].information[]`": "Exchange",
    "`links[]`": "Link",
    "`notes[]`": "Note",
    "`flags[]`": "Flag",
    "`flags[].area`": "Area",
    "`reviews[]`": "Review",
    "`reviews[].notes[]`": "ReviewNote",
}


def table_under(heading: str) -> list[list[str]]:
    """The cells of the first table under a heading, without its head."""
    section = re.split(rf"^#+ {re.escape(heading)}$", PAGE, flags=re.M)[1]
    rows = re.search(r"(?:^\|.*\n)+", section, flags=re.M)
    assert rows
    lines = rows[0].strip().splitlines()[2:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


@pytest.mark.parametrize(("heading", "name"), PARTS.items())
def test_a_table_has_the_fields_and_defaults_of_the_format(heading: str, name: str) -> None:
    part: dict[str, Any] = SCHEMA if name == "Document" else SCHEMA["$defs"][name]
    expected = {
        field: "required" if field in part["required"] else json.dumps(about["default"])
        for field, about in part["properties"].items()
    }
    assert {row[0].strip("`"): row[2].strip("`") for row in table_under(heading)} == expected


@pytest.mark.parametrize(("heading", "name"), PARTS.items())
def test_a_table_has_the_values_that_a_field_may_hold(heading: str, name: str) -> None:
    part: dict[str, Any] = SCHEMA if name == "Document" else SCHEMA["$defs"][name]
    for row in table_under(heading):
        about = part["properties"][row[0].strip("`")]
        kinds = about.get("anyOf", [about])
        choices = [value for kind in kinds for value in kind.get("enum", [])]
        if choices:
            assert re.findall(r"`([^`]+)`", row[1]) == choices
        assert ("null" in row[1]) == ({"type": "null"} in kinds)


def test_the_definitions_are_all_described() -> None:
    assert set(PARTS.values()) == {"Document", *SCHEMA["$defs"]}


@pytest.mark.parametrize("text", re.findall(r"^```json\n(.*?)^```", PAGE, flags=re.M | re.S))
def test_an_example_is_a_document(text: str) -> None:
    parse(text)


def test_the_example_of_fields_is_right() -> None:
    [text] = re.findall(r"^```json fields of detectors\n(.*?)^```", PAGE, flags=re.M | re.S)
    from_data({"format": "blueprint/1", "title": "", "detectors": json.loads(text)})


def test_the_detectors_are_those_of_the_catalogue() -> None:
    section = PAGE.split("## `detectors`")[1].split("\n## ")[0]
    listed = section.split("built already or not:")[1].split("These have limits")[0]
    assert re.findall(r"`([^`]+)`", listed) == list(DETECTORS)
    limits = re.findall(r"^\| `([\w-]+)` \| `(\w+)`[^|]*\| ([\d.]+) \|$", section, flags=re.M)
    assert limits == [
        (id, name, f"{value:g}") for id, named in DETECTORS.items() for name, value in named.items()
    ]


def test_the_error_is_the_one_that_is_given() -> None:
    [shown] = re.findall(r"^front\.json: (.*)$", PAGE, flags=re.M)
    lanes = [{"id": id, "kind": "support", "title": ""} for id in ("cust", "front", "back", "sup")]
    steps = [
        {"id": f"s{n}", "lane": "cust" if n < 3 else "fornt", "moment": "m", "title": ""} for n in range(4)
    ]
    columns = {"phases": [{"id": "p", "title": ""}], "moments": [{"id": "m", "phase": "p", "title": ""}]}
    with pytest.raises(DocumentError) as caught:
        from_data({"format": "blueprint/1", "title": "", "lanes": lanes, "steps": steps} | columns)
    [problem] = caught.value.problems
    assert f"{problem}. {problem.mend()}" == shown


def test_what_is_always_written_is_named() -> None:
    section = PAGE.split("## Writing")[1].split("\n## ")[0]
    assert {name for names in ALWAYS.values() for name in names} <= set(re.findall(r"`(\w+)`", section))


def test_the_bounds_are_those_that_are_kept() -> None:
    for bound in (SIZE, STEPS, OTHERS, LENGTH, WIDTH, DEPTH):
        assert f"{bound:,}" in PAGE
