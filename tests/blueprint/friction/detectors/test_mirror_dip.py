"""mirror-dip: low on both sides."""

from functools import partial

from tests.blueprint.friction import seen
from tests.blueprint.sheets import back, customer, evidence, front, sheet, support

found = partial(seen.found, detector="mirror-dip")
findings = partial(seen.findings, detector="mirror-dip")
missing = partial(seen.missing, detector="mirror-dip")


def test_low_here_and_low_there_in_the_same_moment_or_later():
    for moment in (1, 2):
        document = sheet(customer("c1", moment, emotion=-1), front("f1", emotion=-2), links="f1 > c1")
        assert found(document) == ["f1"]
    assert "hypothesis" in findings(document)[0].because and "C1" in findings(document)[0].because


def test_near_misses():
    assert found(sheet(customer("c1", emotion=-0.5), front("f1", emotion=-2), links="f1 > c1")) == []
    assert found(sheet(customer("c1", emotion=-2), front("f1", emotion=0), links="f1 > c1")) == []
    assert found(sheet(customer("c1", emotion=-2), front("f1", emotion=-2))) == []
    assert found(sheet(customer("c1", 1, emotion=-2), front("f1", 2, emotion=-2), links="c1 > f1")) == []
    assert (
        found(sheet(customer("c1", emotion=-2), customer("c2", emotion=-2), evidence("e1"), links="c1 > c2"))
        == []
    )


def test_what_is_unknown():
    document = sheet(
        customer("c1", emotion=-1), customer("c2"), customer("c3", emotion=1), front("f1"),
        front("f2", emotion=-1), back("b1"), support("s1", emotion=1),
        links="f1 > c1, f2 > c2, b1 > c3, s1 > c2",
    )  # fmt: skip
    assert found(document) == [] and missing(document) == ["step f1 emotion", "step c2 emotion"]
