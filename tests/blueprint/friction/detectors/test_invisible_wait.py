"""invisible-wait: waiting for work that nobody sees."""

from functools import partial

from tests.blueprint.friction import seen
from tests.blueprint.sheets import back, customer, evidence, front, sheet, support

found = partial(seen.found, detector="invisible-wait")
findings = partial(seen.findings, detector="invisible-wait")
missing = partial(seen.missing, detector="invisible-wait")


def waiting(*steps, links="c1 > b1 > c2, c1 > c2", first=None, second=None, **rest):
    one, two = customer("c1", 1, **first or {}), customer("c2", 3, **second or {})
    return sheet(one, *(steps or [hidden()]), two, links=links, **rest)


def hidden(minutes=30, id="b1", moment=2, lane=back, **fields):
    return lane(id, moment, wait_min=minutes, **fields)


def test_at_the_limit_and_just_below():
    assert found(waiting(hidden(10))) == ["c2"] and found(waiting(hidden(9.9))) == []
    assert found(waiting(hidden(10)), limit_min=11) == []
    (finding,) = findings(waiting(hidden(45)))
    assert finding.touches == ("c1", "c2") and finding.evidence["wait_min"] == 45
    assert "45" in finding.because and "B1" in finding.because and "C1" in finding.because


def test_support_counts_and_frontstage_takes_no_time():
    assert found(waiting(hidden(lane=support))) == ["c2"]
    assert found(waiting(hidden(lane=front))) == []
    mixed = [hidden(9, "b1"), hidden(300, "f1", lane=front)]
    assert found(waiting(*mixed, links="c1 > f1 > b1 > c2, c1 > c2")) == []


def test_the_own_wait_is_not_counted():
    assert found(waiting(hidden(1), second={"wait_min": 600})) == []


def test_without_a_customer_step_linked_to_it_there_is_no_wait():
    assert found(waiting(links="c1 > b1 > c2")) == []
    assert found(waiting(links="b1 > c2")) == []


def test_learning_on_the_way_makes_it_visible():
    assert found(waiting(hidden(), customer("c9", 2, learns="eta"))) == []
    assert found(waiting(hidden(), evidence("e1", 2, learns="eta"))) == []
    assert found(waiting(hidden(), evidence("e1", 1, learns="eta"))) == []
    assert found(waiting(first={"learns": "eta"})) == []


def test_learning_only_at_the_end_or_by_the_team_does_not():
    assert found(waiting(second={"learns": "eta"})) == ["c2"]
    assert found(waiting(hidden(), evidence("e1", 3, learns="eta"))) == ["c2"]
    assert found(waiting(hidden(learns="eta"))) == ["c2"]
    assert found(waiting(hidden(), evidence("e1", 2, reads="eta"))) == ["c2"]


def test_one_of_those_steps_learns_though_it_stands_in_the_same_moment():
    steps = customer("c1", 1, learns="eta"), back("b1", 1, wait_min=60), customer("c2", 1)
    assert found(sheet(*steps, links="c1 > c2, c1 > b1 > c2")) == []


def test_the_wait_is_a_mean_over_the_cases_that_reach_the_step():
    assert found(waiting(hidden(25), links="c1 > c2, c1 > b1 0.4, b1 > c2")) == ["c2"]
    assert found(waiting(hidden(24), links="c1 > c2, c1 > b1 0.4, b1 > c2")) == []
    rare = sheet(
        customer("c0"),
        customer("c1"),
        hidden(10),
        customer("c2", 3),
        links="c0 > c1 0.1, c1 > b1 > c2, c1 > c2",
    )
    assert found(rare) == ["c2"]


def test_the_wait_starts_at_the_latest_end_of_the_steps_linked_to_it():
    steps = customer("c0", 1, work_min=100), hidden(105)
    assert found(waiting(*steps, links="c1 > b1 > c2, c1 > c2, c0 > c2")) == []
    assert found(waiting(*steps, links="c1 > b1 > c2, c1 > c2, c0 > c1")) == ["c2"]


def test_within_an_exchange_earlier_customer_steps_count():
    steps = customer("c1"), back("b1", wait_min=30), customer("c2")
    assert found(sheet(*steps, links="c1 > b1 > c2 > c1")) == ["c2"]


def test_minutes_are_credited_to_a_step_in_which_the_customer_only_waits():
    def credited(**first):
        return findings(waiting(first=first))[0].evidence["credited_to"]

    assert credited() == "c2" and credited(work_min=3) == "c2"
    assert credited(work_min=0) == credited(kind="wait", work_min=3) == "c1"


def test_what_is_unknown():
    document = waiting(back("b1", 2, work_min=1, uses="crm"))
    assert found(document) == [] and missing(document) == ["step b1 wait_min", "tool crm latency_s"]
    assert missing(waiting(hidden(30))) == []
