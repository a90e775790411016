"""access-gap: a tool that one needs and may not open."""

from functools import partial

from tests.blueprint.friction import seen
from tests.blueprint.sheets import back, front, sheet

found = partial(seen.found, detector="access-gap")
findings = partial(seen.findings, detector="access-gap")
missing = partial(seen.missing, detector="access-gap")

ONLY_BOSS = {"crm": {"actors": ["boss"]}}


def clerk(id="f1", **fields):
    return front(id, actor="clerk", **fields)


def test_using_a_tool_without_access():
    document = sheet(
        clerk(uses="crm"), clerk("f2", uses="crm"), front("f3", uses="crm", actor="boss"), tools=ONLY_BOSS
    )
    assert found(document) == ["f1 f2"]
    assert findings(document)[0].elements == ("clerk", "crm")
    assert "Clerk" in findings(document)[0].because and "Crm" in findings(document)[0].because


def test_one_finding_for_each_actor_and_tool():
    document = sheet(
        clerk(uses="crm erp"), back("b1", uses="crm", actor="temp"), tools=ONLY_BOSS | {"erp": {"actors": []}}
    )
    assert sorted(one.elements for one in findings(document)) == [
        ("clerk", "crm"),
        ("clerk", "erp"),
        ("temp", "crm"),
    ]


def test_needing_or_reading_what_the_tool_holds():
    held = {"adr": {"held_in": "crm"}}
    assert found(sheet(clerk(needs="adr"), tools=ONLY_BOSS, information=held)) == ["f1"]
    assert found(sheet(clerk(reads="adr"), tools=ONLY_BOSS, information=held)) == ["f1"]
    assert found(sheet(clerk(learns="adr"), tools=ONLY_BOSS, information=held)) == []


def test_a_read_that_names_its_tool_needs_that_tool_only():
    held = {"adr": {"held_in": "crm"}}
    assert found(sheet(clerk(reads="adr@copy"), tools=ONLY_BOSS, information=held)) == []
    assert found(sheet(clerk(reads="adr@crm"), tools=ONLY_BOSS)) == ["f1"]


def test_typing_uses_the_tool_it_names_and_not_the_one_that_holds_it():
    assert found(sheet(clerk(types="adr@crm"), tools=ONLY_BOSS)) == ["f1"]
    held = {"adr": {"held_in": "crm"}}
    assert found(sheet(clerk(types="adr@till"), tools=ONLY_BOSS, information=held)) == []


def test_everyone_and_no_one():
    assert found(sheet(clerk(uses="crm"))) == []
    assert found(sheet(clerk(uses="crm"), tools={"crm": {"actors": []}})) == ["f1"]
    assert found(sheet(clerk(uses="crm"), tools={"crm": {"actors": ["clerk"]}})) == []


def test_an_unknown_actor_is_said_only_where_access_is_limited():
    document = sheet(front("f1", uses="crm"), front("f2", uses="erp"), tools=ONLY_BOSS)
    assert found(document) == [] and missing(document) == ["step f1 actor"]
