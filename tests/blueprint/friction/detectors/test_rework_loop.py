"""rework-loop: going back."""

from functools import partial

from tests.blueprint.friction import seen
from tests.blueprint.sheets import back, customer, evidence, front, sheet, support

found = partial(seen.found, detector="rework-loop")
findings = partial(seen.findings, detector="rework-loop")
missing = partial(seen.missing, detector="rework-loop")


def test_the_body_of_an_explicit_loop():
    steps = back("a", work_min=3), back("b", wait_min=7), back("x"), back("c")
    document = sheet(*steps, links="a > b > c, a > x, c > a rework 0.2")
    assert found(document) == ["a b c"]
    (finding,) = findings(document)
    assert finding.elements == ("k4",) and finding.evidence["rounds"] == 1.25
    assert "20%" in finding.because and "10" in finding.because and "“C”" in finding.because


def test_a_backward_link_and_one_to_itself():
    assert found(sheet(front("f1", 1), front("f2", 2), links="f1 > f2, f2 > f1 0.3")) == ["f1 f2"]
    assert found(sheet(customer("c1"), links="c1 > c1 0.3")) == ["c1"]


def test_ends_without_a_path_between_them_are_the_body():
    assert found(sheet(front("f1", 1), front("f2", 2), links="f2 > f1 0.3")) == ["f1 f2"]


def test_near_misses():
    assert found(sheet(front("f1"), front("f2"), links="f1 > f2 > f1")) == []
    assert found(sheet(front("f1"), front("f2"), links="f1 > f2, f2 > f1 rework 0")) == []
    assert found(sheet(front("f1"), evidence("e1"), links="f1 > e1, e1 > f1 rework 0.5")) == []


def test_a_share_that_nobody_gave_is_a_tenth_and_says_so():
    document = sheet(
        front("f1", basis="observed"), support("s1", basis="observed"), links="f1 > s1, s1 > f1 rework"
    )
    assert findings(document)[0].evidence["share"] == 0.1 and findings(document)[0].rests_on == "assumed"
    assert "by assumption" in findings(document)[0].because


def test_one_finding_a_link():
    document = sheet(back("a"), back("b"), links="a > b, b > a rework 0.2, b > a rework 0.1")
    assert found(document) == ["a b", "a b"] and missing(document) == []
