"""misaligned-objective: judged on pace, expected to be right."""

from functools import partial

from tests.blueprint.friction import seen
from tests.blueprint.sheets import back, customer, evidence, front, sheet, support

found = partial(seen.found, detector="misaligned-objective")
findings = partial(seen.findings, detector="misaligned-objective")
missing = partial(seen.missing, detector="misaligned-objective")


def test_pace_against_worth():
    for measured in ("speed", "occupancy", "volume"):
        for expected in ("accuracy", "resolution", "value"):
            document = sheet(
                customer("c1", expects=expected), front("f1", measured_on=measured), links="f1 > c1"
            )
            assert found(document) == ["f1"] and "C1" in findings(document)[0].because


def test_near_misses():
    assert (
        found(sheet(customer("c1", expects="speed"), front("f1", measured_on="volume"), links="f1 > c1"))
        == []
    )
    assert (
        found(sheet(customer("c1", expects="value"), front("f1", measured_on="accuracy"), links="f1 > c1"))
        == []
    )
    assert found(sheet(customer("c1", expects="value"), front("f1", measured_on="speed"))) == []
    document = sheet(
        customer("c1", expects="value"),
        customer("c2"),
        front("f1", measured_on="speed"),
        links="f1 > c2 > c1",
    )
    assert found(document) == []
    assert (
        found(sheet(customer("c1", expects="value"), customer("c2", measured_on="speed"), links="c2 > c1"))
        == []
    )


def test_a_touched_step_may_lie_before_or_beyond_other_work():
    behind = sheet(
        customer("c1", expects="value"), front("f1"), back("b1", measured_on="speed"), links="c1 > f1 > b1"
    )
    assert found(behind) == ["b1"]
    lent = sheet(
        customer("c1", expects="value"), support("s1", measured_on="speed"), back("b1"), evidence("e1"),
        links="s1 > b1, c1 > b1",
    )  # fmt: skip
    assert found(lent) == ["s1"]


def test_what_is_unknown():
    document = sheet(
        customer("c1", expects="value"), customer("c2"), front("f1"), front("f2", measured_on="speed"),
        links="f1 > c1, f2 > c2",
    )  # fmt: skip
    assert found(document) == [] and missing(document) == ["step f1 measured_on", "step c2 expects"]
