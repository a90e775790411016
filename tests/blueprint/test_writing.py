"""Writing a document: trimmed, without loss, and in the one canonical form of RFC 8785."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.document import Document, canonical, canonical_json, dumps, from_data, parse, to_data
from tests.strategies import document_data, documents

# Every default of the format.
DEFAULTS = [
    None, "", [], {}, False, True, 1, 151.67, "EUR",
    "employee", "data", "action", "assumed", "flow", "comment", "open",
]  # fmt: skip
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_comes_back_as_it_was_read(path: Path) -> None:
    document = parse(path.read_bytes())
    assert parse(dumps(document)) == document
    assert to_data(document) == json.loads(path.read_text(encoding="utf-8"))


def test_what_has_its_default_is_left_out() -> None:
    data = to_data(from_data({"format": "blueprint/1", "title": "T", "episode": "", "steps": []}))
    assert data == {"format": "blueprint/1", "title": "T", "language": "fr", "state": "as-is"}


def test_numbers_are_written_as_people_write_them() -> None:
    written = dumps(
        from_data({"format": "blueprint/1", "title": "T", "cost_per_hour": 38.0, "cases_per_month": 2.5})
    )
    assert '"cost_per_hour": 38\n' in written
    assert '"cases_per_month": 2.5,\n' in written


def test_text_goes_out_as_it_came_in() -> None:
    title = "<script>alert('é')</script> \u202eabc\u202c e\u0301 👩‍👩‍👧 \"\\\n\t\x01"
    assert parse(dumps(from_data({"format": "blueprint/1", "title": title}))).title == title


@given(document_data())
def test_reading_loses_nothing(data: dict[str, Any]) -> None:
    """Every field that is given and differs from its default is written, with its value, and nothing else."""
    written = to_data(from_data(data))
    _covers(data, written)
    assert to_data(from_data(written)) == written


@given(documents())
def test_writing_and_reading_gives_the_same_document(document: Document) -> None:
    assert parse(dumps(document)) == document
    assert parse(canonical(document)) == document


def _covers(given_data: Any, written: Any) -> None:
    if isinstance(given_data, dict):
        for name, value in given_data.items():
            if name in written:
                _covers(value, written[name])
            else:
                assert not name.startswith("x-")
                assert value in DEFAULTS
        assert set(written) <= set(given_data) | {"language", "state", "side"}
    elif isinstance(given_data, list):
        assert len(given_data) == len(written)
        for one, other in zip(given_data, written, strict=True):
            _covers(one, other)
    else:
        assert given_data == written


# The examples of RFC 8785, section 3.2.2.3 and appendix B, and of its sorting rule.
@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (5e-324, "5e-324"),
        (-5e-324, "-5e-324"),
        (1.7976931348623157e308, "1.7976931348623157e+308"),
        (9007199254740992.0, "9007199254740992"),
        (-9007199254740992.0, "-9007199254740992"),
        (295147905179352830000.0, "295147905179352830000"),
        (9.999999999999997e22, "9.999999999999997e+22"),
        (1e23, "1e+23"),
        (1.0000000000000001e23, "1.0000000000000001e+23"),
        (999999999999999700000.0, "999999999999999700000"),
        (1e21, "1e+21"),
        (9.999999999999997e-7, "9.999999999999997e-7"),
        (0.000001, "0.000001"),
        (333333333.3333332, "333333333.3333332"),
        (333333333.33333329, "333333333.3333333"),
        (0.1, "0.1"),
        (1e30, "1e+30"),
        (4.50, "4.5"),
        (2e-3, "0.002"),
        (1e-27, "1e-27"),
        (56, "56"),
        (123.456, "123.456"),
        (True, "true"),
        (None, "null"),
        ("\u20ac$\u000f\nA'B\"\\\\\"/", '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'),
        ({"\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\U0001f600": 5, "\u0080": 6, "\u00f6": 7},
         '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\U0001f600":5,"\ufb33":3}'),
        ([], "[]"),
        ({"b": [1, {}], "a": None}, '{"a":null,"b":[1,{}]}'),
    ],
)  # fmt: skip
def test_canonical_form(value: Any, text: str) -> None:
    assert canonical_json(value) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_canonical_numbers_keep_their_value(value: float) -> None:
    assert float(canonical_json(value)) == value


@given(documents())
def test_the_order_of_names_does_not_matter_to_the_canonical_form(document: Document) -> None:
    turned = json.loads(dumps(document), object_pairs_hook=lambda pairs: dict(reversed(pairs)))
    assert canonical(from_data(turned)) == canonical(document)
