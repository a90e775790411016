"""stale-knowledge: knowledge that nobody reviews."""

from functools import partial

from tests.blueprint.friction import seen
from tests.blueprint.sheets import back, front, sheet

found = partial(seen.found, detector="stale-knowledge")
findings = partial(seen.findings, detector="stale-knowledge")
missing = partial(seen.missing, detector="stale-knowledge")


def rule(days, kind="standard"):
    return {"rule": {"kind": kind, "reviewed_days_ago": days}}


def test_beyond_the_limit():
    document = sheet(
        front("f1", needs="rule"), back("b1", reads="rule@kb"), front("f2"), information=rule(181)
    )
    assert found(document) == ["f1 b1"] and findings(document)[0].elements == ("rule",)
    assert "181" in findings(document)[0].because and "Rule" in findings(document)[0].because
    assert found(sheet(front("f1", needs="rule"), information=rule(180))) == []
    assert found(sheet(front("f1", needs="rule"), information=rule(181)), limit_days=365) == []


def test_kinds():
    for kind in ("knowledge", "standard"):
        assert found(sheet(front("f1", needs="rule"), information=rule(400, kind))) == ["f1"]
    for kind in ("data", "signal"):
        assert found(sheet(front("f1", needs="rule"), information=rule(400, kind))) == []


def test_nobody_reads_it():
    assert found(sheet(front("f1", types="rule@kb", learns="rule"), information=rule(400))) == []


def test_what_is_unknown():
    document = sheet(front("f1", needs="rule"), information=rule(None) | {"other": {"kind": "knowledge"}})
    assert found(document) == [] and missing(document) == ["information rule reviewed_days_ago"]
