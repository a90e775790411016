"""Documents as flat records and back, without loss."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from blueprint.document import Document, canonical, dumps, from_data, parse, read, to_data
from blueprint.records import RECORDS, in_order, to_document, to_records
from tests.strategies import documents

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.json"))


@given(documents())
def test_document_to_records_to_document_to_json_loses_nothing(document: Document) -> None:
    state = to_records(document)
    again = to_document(state)
    assert again == document
    assert canonical(again) == canonical(document)
    assert to_records(parse(dumps(again))) == state


@given(documents())
def test_a_record_is_complete(document: Document) -> None:
    state = to_records(document)
    assert list(state) == list(RECORDS)
    for kind, table in state.items():
        for id, record in table.items():
            assert record["id"] == id
            named = [name for name in record if not name.startswith("x-")]
            if kind != "detector":  # limits are there where they are set
                assert named == ["id", "order", *RECORDS[kind].fields]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_examples_as_records(path: Path) -> None:
    document = read(path)
    assert canonical(to_document(to_records(document))) == canonical(document)


def example(**fields: Any) -> Document:
    return from_data(
        {
            "format": "blueprint/1",
            "title": "T",
            "phases": [{"id": "p1", "title": ""}, {"id": "p2", "title": ""}],
            "moments": [{"id": "m1", "phase": "p1", "title": ""}, {"id": "m2", "phase": "p2", "title": ""}],
            "lanes": [{"id": "l", "kind": "support", "title": ""}],
            "tools": [{"id": "use-1", "title": ""}],
            "reviews": [{"finding": "f", "notes": [{"id": "use-3"}]}],
            "steps": [
                {"id": "use-2", "lane": "l", "moment": "m1", "title": "", "uses": [{"tool": "use-1"}] * 2},
                {"id": "s", "lane": "l", "moment": "m1", "title": "", "uses": [{"tool": "use-1"}]},
            ],
        }
        | fields
    )


def test_ids_made_for_elements_without_one_are_free() -> None:
    assert list(to_records(example())["use"]) == ["use-4", "use-5", "use-6"]


def test_c11_each_step_has_an_order_of_its_own_for_what_it_nests() -> None:
    assert [record["order"] for record in to_records(example())["use"].values()] == ["a0", "a1", "a0"]


def test_c11_lists_follow_the_order_of_the_records() -> None:
    state = to_records(example())
    step = state["step"]
    step["s"] = step["s"] | {"order": "Zz"}
    assert [each.id for each in to_document(state).steps] == ["s", "use-2"]
    step["s"] = step["s"] | {"order": step["use-2"]["order"]}  # a tie goes to the lower id
    assert [each.id for each in to_document(state).steps] == ["s", "use-2"]


def test_c11_moments_follow_their_phases() -> None:
    state = to_records(example())
    state["phase"]["p2"] = state["phase"]["p2"] | {"order": "Zz"}
    assert [record["id"] for record in in_order(state, "moment")] == ["m2", "m1"]
    assert [moment.id for moment in to_document(state).moments] == ["m2", "m1"]


def test_what_is_said_of_a_flag_stands_in_its_review() -> None:
    notes = [{"id": "n1", "on": "g", "text": "first"}, {"id": "n2", "on": "s"}]
    reviews = [{"finding": "g", "notes": [{"id": "n3", "text": "second", "x-a": 1}]}]
    document = example(flags=[{"id": "g", "on": ["s"]}], notes=notes, reviews=reviews)
    assert [note.id for note in document.notes] == ["n2"]
    assert [note.id for note in document.reviews[0].notes] == ["n3", "n1"]
    records = to_records(document)["note"]
    assert [(id, note["on"], note["order"]) for id, note in records.items()] == [
        ("n2", "s", "a0"),
        ("n3", "g", "a1"),
        ("n1", "g", "a2"),
    ]
    assert records["n3"]["x-a"] == 1
    assert from_data(to_data(document)) == document


def test_a_note_may_answer_one_in_a_thread() -> None:
    document = example(notes=[{"id": "n1", "on": "use-3"}])
    assert to_document(to_records(document)) == document


def test_a_document_does_not_change_with_its_records() -> None:
    document = example(flags=[{"id": "g", "on": ["s"]}])
    to_records(document)["flag"]["g"]["on"].append("l")
    assert document.flags[0].on == ["s"]
    assert to_records(document)["flag"]["g"]["on"] == ["s"]
