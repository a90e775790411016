"""information-gap: what a step needs is not there as it should be."""

from functools import partial

from tests.blueprint.friction import seen
from tests.blueprint.sheets import front, sheet

found = partial(seen.found, detector="information-gap")
findings = partial(seen.findings, detector="information-gap")
missing = partial(seen.missing, detector="information-gap")


def need(**fields):
    return {"information": "stock", **fields}


def test_a_bad_state():
    for state in ("missing", "late", "wrong-format", "contradictory"):
        document = sheet(front("f1", needs=[need(state=state)]))
        assert found(document) == ["f1"] and "Stock" in findings(document)[0].because
    assert found(sheet(front("f1", needs=[need(state="ok")]))) == []


def test_older_than_it_may_be():
    def at(delay_min, within_min):
        return found(
            sheet(
                front("f1", needs=[need(within_min=within_min)]),
                information={"stock": {"delay_min": delay_min}},
            )
        )

    assert at(720, 60) == ["f1"] and at(60, 60) == at(30, 60) == at(None, 60) == at(720, None) == []


def test_an_ok_state_does_not_make_it_fresh():
    document = sheet(
        front("f1", needs=[need(state="ok", within_min=5)]), information={"stock": {"delay_min": 6}}
    )
    assert (
        found(document) == ["f1"]
        and "6" in findings(document)[0].because
        and "5" in findings(document)[0].because
    )


def test_only_needs_count_and_one_finding_a_step():
    assert found(sheet(front("f1", reads=[need(state="late")]))) == []
    assert found(sheet(front("f1", needs=[need(state="late"), need(state="missing")]))) == ["f1"]


def test_what_is_unknown():
    document = sheet(
        front("f1", needs=[need()]), front("f2", needs=[need(state="ok", within_min=5)]),
        front("f3", needs=[{"information": "price", "state": "ok"}]), information={"price": {"delay_min": 3}},
    )  # fmt: skip
    assert missing(document) == [
        "step f1 information[0].state", "information stock delay_min", "step f3 information[0].within_min",
    ]  # fmt: skip
    assert missing(sheet(front("f1", needs=[need(state="late")]))) == []
