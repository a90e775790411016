"""single-point: all depends on one person."""

from functools import partial

from tests.blueprint.friction import seen
from tests.blueprint.sheets import back, customer, evidence, front, sheet, support

found = partial(seen.found, detector="single-point")
findings = partial(seen.findings, detector="single-point")
missing = partial(seen.missing, detector="single-point")

ONE = {"solo": {"headcount": 1}}


def truth(id="c1", moment=1):
    return customer(id, moment, moment_of_truth=True)


def solo(id, lane=back):
    return lane(id, actor="solo")


def test_on_every_path_to_a_moment_of_truth():
    steps = truth(), back("b1"), back("b2"), solo("b3"), front("f1")
    document = sheet(*steps, solo("s9", support), links="b1 > b3, b2 > b3, b3 > f1 > c1", actors=ONE)
    assert found(document) == ["b3 s9"]
    (finding,) = findings(document)
    assert finding.elements == ("solo",) and "Solo" in finding.because and "C1" in finding.because


def test_a_way_round():
    steps = truth(), back("b1"), solo("b3"), front("f1")
    assert found(sheet(*steps, links="b1 > b3 > f1 > c1, b1 > f1", actors=ONE)) == []
    assert found(sheet(*steps, links="b3 > c1, b1 > f1 > c1", actors=ONE)) == []


def test_several_steps_of_the_actor_cover_all_paths_together():
    steps = truth(), back("b1"), solo("b2"), solo("b3")
    assert found(sheet(*steps, links="b1 > b2 > c1, b1 > b3 > c1", actors=ONE)) == ["b2 b3"]


def test_near_misses():
    assert found(sheet(truth(), solo("b1"), links="b1 > c1", actors={"solo": {"headcount": 2}})) == []
    assert found(sheet(customer("c1"), solo("b1"), links="b1 > c1", actors=ONE)) == []
    assert found(sheet(truth(), solo("b1"), links="c1 > b1", actors=ONE)) == []
    assert found(sheet(truth(), solo("b1"), links="b1 > c1 rework", actors=ONE)) == []
    assert found(sheet(truth(), evidence("e1"), solo("b1"), links="b1 > e1 > c1", actors=ONE)) == []


def test_work_after_a_customer_step_starts_anew():
    steps = truth(), solo("b1"), customer("c2"), front("f1")
    assert found(sheet(*steps, links="b1 > c2 > f1 > c1", actors=ONE)) == []


def test_what_is_unknown():
    document = sheet(truth(), solo("b1"), back("b2"), links="b2 > b1 > c1", actors={"solo": {}})
    assert found(document) == [] and missing(document) == ["actor solo headcount", "step b2 actor"]
