"""no-recovery: a moment of truth that nobody can put right."""

from functools import partial

from tests.blueprint.friction import seen
from tests.blueprint.sheets import back, customer, evidence, front, sheet, support

found = partial(seen.found, detector="no-recovery")
findings = partial(seen.findings, detector="no-recovery")
missing = partial(seen.missing, detector="no-recovery")


def truth(id="c1", moment=1, **fields):
    return customer(id, moment, moment_of_truth=True, **fields)


def test_none_can_and_one_cannot():
    document = sheet(truth(), front("f1", recovery="none"), back("b1"), links="c1 > f1, b1 > c1")
    assert found(document) == ["c1"] and findings(document)[0].touches == ("c1",)
    assert "C1" in findings(document)[0].because and "F1" in findings(document)[0].because


def test_one_that_can_is_enough_whether_it_serves_or_stands_behind():
    for links in ("c1 > f1, b1 > c1", "f1 > c1, c1 > b1", "c1 > f1 > b1", "b1 > f1 > c1"):
        document = sheet(truth(), front("f1", recovery="none"), back("b1", recovery="possible"), links=links)
        assert found(document) == []


def test_near_misses():
    helpless = front("f1", recovery="none")
    assert found(sheet(customer("c1"), helpless, links="c1 > f1")) == []
    assert found(sheet(truth(), helpless)) == []
    assert found(sheet(truth(), front("f1"), links="c1 > f1")) == []
    assert found(sheet(truth(), customer("c2", 2), helpless, links="c1 > c2 > f1")) == []
    assert found(sheet(truth(), evidence("e1"), support("s1", recovery="none"), links="s1 > e1 > c1")) == []


def test_what_is_unknown():
    document = sheet(truth(), front("f1"), back("b1"), links="c1 > f1, b1 > c1")
    assert missing(document) == ["step f1 recovery", "step b1 recovery"]
    assert missing(sheet(truth(), front("f1", recovery="none"), back("b1"), links="c1 > f1 > b1")) == []
