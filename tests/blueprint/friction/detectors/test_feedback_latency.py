"""feedback-latency: the voice of customers comes late."""

from functools import partial

from tests.blueprint.friction import seen
from tests.blueprint.sheets import back, customer, evidence, front, sheet, support

found = partial(seen.found, detector="feedback-latency")
findings = partial(seen.findings, detector="feedback-latency")
missing = partial(seen.missing, detector="feedback-latency")

WEEK = 7 * 24 * 60


def nps(**fields):
    return {"nps": {"kind": "signal", **fields}}


def test_later_than_the_limit():
    document = sheet(back("b1", reads="nps"), front("f1", needs="nps"), information=nps(delay_min=WEEK + 1))
    assert found(document) == ["b1 f1"] and findings(document)[0].elements == ("nps",)
    assert found(sheet(back("b1", reads="nps"), information=nps(delay_min=WEEK))) == []
    assert found(sheet(back("b1", reads="nps"), information=nps(delay_min=WEEK)), limit_days=6) == ["b1"]


def test_nobody_on_the_team_reads_it():
    document = sheet(
        customer("c1", reads="nps"), back("b1", types="nps@crm"), evidence("e1"), information=nps()
    )
    assert found(document) == ["nps"] and findings(document)[0].steps == ()
    assert "Nps" in findings(document)[0].because
    assert found(sheet(support("s1"), information=nps(delay_min=WEEK * 2))) == ["nps"]


def test_only_signals():
    assert found(sheet(front("f1"), information={"nps": {"kind": "data", "delay_min": WEEK * 3}})) == []


def test_what_is_unknown():
    document = sheet(back("b1", reads="nps"), information=nps())
    assert found(document) == [] and missing(document) == ["information nps delay_min"]
