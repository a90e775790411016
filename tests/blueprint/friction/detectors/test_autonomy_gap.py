"""autonomy-gap: a minor matter for which one has to ask."""

from functools import partial

from tests.blueprint.friction import seen
from tests.blueprint.sheets import back, customer, evidence, front, sheet, support

found = partial(seen.found, detector="autonomy-gap")
findings = partial(seen.findings, detector="autonomy-gap")
missing = partial(seen.missing, detector="autonomy-gap")


def asks(id="f1", lane=front, **fields):
    return lane(id, **{"decides": "asks", "stakes": "minor"} | fields)


def test_asking_for_a_minor_matter():
    assert found(sheet(asks())) == ["f1"]
    assert found(sheet(asks("b1", back), asks("s1", support))) == ["b1", "s1"]
    assert "F1" in findings(sheet(asks()))[0].because


def test_near_misses():
    assert found(sheet(asks(stakes="major"))) == []
    assert found(sheet(asks(decides="within-limits"), asks("f2", decides="alone"))) == []
    assert found(sheet(asks(kind="approval"))) == []
    assert found(sheet(asks("c1", customer), asks("e1", evidence))) == []


def test_it_names_the_approvals_that_follow_directly():
    approvals = back("a1", kind="approval"), back("b1"), back("a2", kind="approval")
    document = sheet(asks(), *approvals, links="f1 > a1, f1 > b1 > a2")
    assert findings(document)[0].evidence["approvals"] == ["a1"] and "A1" in findings(document)[0].because


def test_what_is_unknown():
    document = sheet(
        asks(stakes=None), asks("f2", decides=None), asks("f3", stakes="major", decides=None), front("f4")
    )
    assert found(document) == []
    assert missing(document) == ["step f1 stakes", "step f2 decides", "step f4 decides", "step f4 stakes"]
