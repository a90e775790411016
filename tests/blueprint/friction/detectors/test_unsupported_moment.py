"""unsupported-moment: a moment of truth for which nobody works."""

from functools import partial

from tests.blueprint.friction import seen
from tests.blueprint.sheets import back, customer, evidence, front, sheet, support

found = partial(seen.found, detector="unsupported-moment")
findings = partial(seen.findings, detector="unsupported-moment")
missing = partial(seen.missing, detector="unsupported-moment")


def truth(id="c1", moment=1, **fields):
    return customer(id, moment, moment_of_truth=True, **fields)


OTHERS = customer("c2", 2), front("f2", 2)


def test_nobody_behind_none_serving_none_in_its_moment():
    document = sheet(truth(), *OTHERS, links="c1 > c2 > f2")
    assert found(document) == ["c1"] and "C1" in findings(document)[0].because


def test_near_misses():
    assert found(sheet(customer("c1"), *OTHERS, links="c1 > c2 > f2")) == []
    assert found(sheet(truth(), *OTHERS, support("s1"), links="c1 > c2 > f2")) == []
    assert found(sheet(truth(), *OTHERS, links="c1 > f2, c2 > f2")) == []
    assert found(sheet(truth("c1", 3), *OTHERS, links="c2 > f2 > c1")) == []


def test_evidence_in_the_moment_is_nobody():
    assert found(sheet(truth(), evidence("e1"), *OTHERS, links="c2 > f2")) == ["c1"]


def test_a_sheet_on_which_the_sides_are_not_joined_yet_is_quiet():
    assert found(sheet(truth(), *OTHERS, back("b2", 2), links="c1 > c2, f2 > b2")) == []
    assert found(sheet(truth(), *OTHERS, links="c2 > f2 rework")) == []
