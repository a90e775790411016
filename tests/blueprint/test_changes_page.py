"""docs/changes.md is true: its table is that of the records, its rules are those that tests name."""

import json
import re
from pathlib import Path

from blueprint.changes import apply
from blueprint.document import from_data
from blueprint.ordering import LONGEST
from blueprint.records import RECORDS, to_records

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "changes.md").read_text(encoding="utf-8")
STILL_TO_COME = {"C10"}


def test_the_table_has_every_type_with_what_owns_it_and_what_it_names() -> None:
    rows = re.findall(r"^\| `(\w+)` \|(.*?)\|(.*?)\|(.*?)\|$", PAGE, flags=re.M)
    types = {name: [cell.strip() for cell in cells] for name, *cells in rows if name in RECORDS}
    assert list(types) == list(RECORDS)
    for name, (parent, owners, others) in types.items():
        references = RECORDS[name].references
        assert parent.removeprefix("its ") == RECORDS[name].parent
        owning = {kind for field in references if field.required for kind in field.to}
        assert {word.rstrip("s") for word in re.findall(r"[a-z]+", owners)} - {"it", "both"} == owning
        assert bool(others) == any(not field.required for field in references)


def test_the_ops_of_the_page_can_be_applied() -> None:
    lines = re.search(r"```json\n(.*?)```", PAGE, flags=re.S)
    assert lines
    ops = [json.loads(line) for line in lines[1].strip().splitlines()]
    state = to_records(
        from_data(
            {
                "format": "blueprint/1",
                "title": "",
                "phases": [{"id": "p", "title": ""}],
                "moments": [{"id": "m3", "phase": "p", "title": ""}],
                "lanes": [{"id": "front", "kind": "frontstage", "title": ""}],
                "steps": [{"id": "s1", "lane": "front", "moment": "m3", "title": ""}],
                "links": [{"id": "k4", "source": "s1", "target": "s1"}],
            }
        )
    )
    applied = apply(state, ops)
    assert applied.dropped == []
    assert applied.state["step"]["s9"]["title"] == "Thanks the customer"
    assert applied.state["link"] == {}


def test_every_rule_is_named_by_a_test() -> None:
    tests = [*(ROOT / "tests").rglob("test_*.py"), *(ROOT / "frontend" / "tests").rglob("*.test.ts")]
    names = " ".join(path.read_text(encoding="utf-8") for path in tests).upper()
    rules = re.findall(r"^\*\*(C\d+) ·", PAGE, flags=re.M)
    assert rules == [f"C{number}" for number in range(1, 12)]
    unproven = {rule for rule in rules if not re.search(rf"TEST_{rule}_|\"{rule}: ", names)}
    assert unproven <= STILL_TO_COME


def test_the_bound_of_a_key_is_the_one_kept() -> None:
    assert f"at most {LONGEST:,} characters" in PAGE
