"""The cases that Python and TypeScript share: see tests/contract/README.md."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from blueprint.changes import ChangeError, apply
from blueprint.ordering import is_key, key_between, keys_between
from blueprint.records import RECORDS

CONTRACT = Path(__file__).parents[1] / "contract"


def load(name: str) -> Any:
    return json.loads((CONTRACT / name).read_text(encoding="utf-8"))


APPLY, ORDERING = load("apply.json"), load("ordering.json")


def state_of(records: dict[str, list[dict[str, Any]]]) -> dict[str, dict[str, dict[str, Any]]]:
    return {kind: {record["id"]: record for record in records.get(kind, [])} for kind in RECORDS}


def laid_over(state: dict[str, Any], patch: dict[str, dict[str, Any]]) -> dict[str, Any]:
    after = {kind: dict(table) for kind, table in state.items()}
    for kind, records in patch.items():
        after[kind] |= records
        after[kind] = {id: record for id, record in after[kind].items() if record is not None}
    return after


def sorted_ops(ops: list[Any]) -> list[str]:
    return sorted(json.dumps(op, sort_keys=True) for op in ops)


def named(cases: list[dict[str, Any]]) -> Any:
    return pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in cases])


def with_key(name: str) -> list[dict[str, Any]]:
    return [case for case in APPLY["cases"] if name in case]


@named(with_key("expect"))
def test_c1_a_change_is_applied(case: dict[str, Any]) -> None:
    before, expected = state_of(APPLY["records"]), case["expect"]
    untouched = deepcopy(before)
    applied = apply(before, case["ops"])
    after = laid_over(before, expected["records"])

    assert applied.state == after
    assert sorted_ops(applied.ops) == sorted_ops(expected["ops"])
    assert [case["ops"].index(dropped.op) for dropped in applied.dropped] == expected.get("dropped", [])
    assert before == untouched

    replayed = apply(before, applied.ops)
    assert (replayed.state, replayed.dropped) == (after, [])
    undone = apply(after, applied.inverse)
    assert (undone.state, undone.dropped) == (before, [])


@named(with_key("error"))
def test_c1_a_change_is_refused(case: dict[str, Any]) -> None:
    before = state_of(APPLY["records"])
    untouched = deepcopy(before)
    with pytest.raises(ChangeError) as caught:
        apply(before, case["ops"])

    assert caught.value.never is case["error"]["never"]
    assert caught.value.place.startswith(case["error"].get("place", "link."))
    assert before == untouched


@pytest.mark.parametrize("case", ORDERING["between"], ids=str)
def test_c11_a_key_between(case: dict[str, Any]) -> None:
    assert key_between(case["low"], case["high"]) == case["key"]


@pytest.mark.parametrize("case", ORDERING["many"], ids=str)
def test_c11_keys_between(case: dict[str, Any]) -> None:
    assert keys_between(case["low"], case["high"], case["count"]) == case["keys"]


@pytest.mark.parametrize("case", ORDERING["refused"], ids=str)
def test_c11_no_key_between(case: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="not"):
        key_between(case["low"], case["high"])


def test_c11_what_is_a_key() -> None:
    assert [key for key in ORDERING["keys"] if not is_key(key)] == []
    assert [key for key in ORDERING["not_keys"] if is_key(key)] == []
