"""channel-maze: three channels to choose from."""

from functools import partial

from tests.blueprint.friction import seen
from tests.blueprint.sheets import customer, evidence, front, sheet

found = partial(seen.found, detector="channel-maze")
findings = partial(seen.findings, detector="channel-maze")
missing = partial(seen.missing, detector="channel-maze")


def by(channel, id, moment=2, **fields):
    return customer(id, moment, channel=channel, **fields)


CHOICE = customer("c0", kind="decision")
BRANCHES = by("phone", "c1"), by("web", "c2"), by("mail", "c3")


def test_a_decision_that_leads_straight_to_three_channels():
    document = sheet(CHOICE, *BRANCHES, customer("c4", 2), links="c0 > c1, c0 > c2, c0 > c3, c0 > c4")
    assert found(document) == ["c0 c1 c2 c3"]
    assert all(name in findings(document)[0].because for name in ("C0", "Phone", "Web", "Mail"))


def test_a_decision_over_two_channels_or_through_other_steps_is_quiet():
    two = by("phone", "c1"), by("web", "c2"), by("web", "c3")
    assert found(sheet(CHOICE, *two, links="c0 > c1, c0 > c2, c0 > c3")) == []
    assert found(sheet(CHOICE, *BRANCHES, links="c0 > c1, c0 > c2 > c3")) == []
    assert found(sheet(customer("c0"), *BRANCHES, links="c0 > c1, c0 > c2, c0 > c3")) == []
    assert (
        found(
            sheet(
                front("f0", kind="decision"),
                customer("c9"),
                *BRANCHES,
                links="c9 > c1, c9 > c2, c9 > c3, f0 > c1, f0 > c2, f0 > c3",
            )
        )
        == []
    )


def test_three_entries_with_three_channels():
    document = sheet(*BRANCHES, by("web", "c4"), customer("c5"), customer("c6", 3), links="c5 > c6")
    assert found(document) == ["c1 c2 c3 c4"]
    assert found(sheet(*BRANCHES, front("f1"), links="f1 > c3")) == ["c1 c2 c3"]
    assert found(sheet(*BRANCHES, links="c2 > c3")) == []


def test_evidence_and_rework_are_no_predecessors():
    assert found(sheet(*BRANCHES, evidence("e1"), links="e1 > c1, c1 > c2 rework")) == ["c1 c2 c3"]


def test_what_is_unknown():
    document = sheet(
        CHOICE, by("phone", "c1"), by("web", "c2"), customer("c3", 2), links="c0 > c1, c0 > c2, c0 > c3"
    )
    assert found(document) == [] and missing(document) == ["step c3 channel"]
    assert missing(sheet(CHOICE, by("phone", "c1"), customer("c2"), links="c0 > c1 > c2")) == []
