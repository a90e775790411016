"""ambiguous-standard: no clear standard where it matters."""

from functools import partial

from tests.blueprint.friction import seen
from tests.blueprint.sheets import back, customer, evidence, front, sheet, support

found = partial(seen.found, detector="ambiguous-standard")
findings = partial(seen.findings, detector="ambiguous-standard")
missing = partial(seen.missing, detector="ambiguous-standard")


def truth(id="c1", moment=1, **fields):
    return customer(id, moment, moment_of_truth=True, **fields)


def test_it_touches_a_moment_of_truth_by_serving_it_or_standing_behind_it():
    assert found(sheet(truth(), front("f1", standard="ambiguous"), links="f1 > c1")) == ["f1"]
    assert found(sheet(truth(), front("f1"), back("b1", standard="none"), links="c1 > f1 > b1")) == ["b1"]
    assert "C1" in findings(sheet(truth(), front("f1", standard="none"), links="f1 > c1"))[0].because


def test_near_misses():
    assert found(sheet(truth(), front("f1", standard="clear"), links="f1 > c1")) == []
    assert found(sheet(customer("c1"), front("f1", standard="none"), links="f1 > c1")) == []
    assert found(sheet(truth(), front("f1", standard="none"))) == []
    assert found(sheet(truth(), customer("c2", standard="none"), links="c2 > c1")) == []
    assert found(sheet(truth(), front("f1", standard="none"), links="f1 > c1 rework")) == []
    assert found(sheet(truth(), evidence("e1"), front("f1", standard="none"), links="f1 > e1 > c1")) == []


def test_what_is_unknown():
    document = sheet(truth(), front("f1"), back("b1"), support("s1"), links="f1 > c1, s1 > f1")
    assert found(document) == [] and missing(document) == ["step f1 standard", "step s1 standard"]
