"""bottleneck: more work than hours."""

from functools import partial

from tests.blueprint.friction import seen
from tests.blueprint.sheets import back, customer, evidence, front, sheet, support

found = partial(seen.found, detector="bottleneck")
findings = partial(seen.findings, detector="bottleneck")
missing = partial(seen.missing, detector="bottleneck")


def busy(work_min, cases=100, links="", **actor):
    steps = back("b1", actor="clerk", work_min=work_min, wait_min=500), front("f1", actor="clerk")
    actor = {"clerk": {"headcount": 1, "hours_per_month": 100} | actor}
    return sheet(customer("c1"), *steps, links="c1 > b1" + links, cases_per_month=cases, actors=actor)


def test_above_the_limit_and_at_it():
    assert found(busy(51)) == []
    assert found(busy(51.6)) == ["b1 f1"]
    (finding,) = findings(busy(60))
    assert finding.elements == ("clerk",) and finding.evidence["utilisation"] == 1
    assert all(part in finding.because for part in ("Clerk", "100%", "1\u00a0h", "85%"))
    assert found(busy(60), limit=1) == [] and found(busy(60), limit=0.99) == ["b1 f1"]


def test_heads_hours_and_cases_count():
    assert found(busy(60, headcount=2)) == [] and found(busy(60, hours_per_month=120)) == []
    assert found(busy(60, cases=80)) == []
    assert found(busy(1, headcount=0)) == ["b1 f1"]


def test_visits_count():
    assert found(busy(50, links=", b1 > b1 rework 0.2")) == ["b1 f1"]
    data = sheet(
        customer("c1"), back("b1", actor="clerk", work_min=60), links="c1 > b1 0.5", cases_per_month=100,
        actors={"clerk": {"headcount": 1, "hours_per_month": 100}},
    )  # fmt: skip
    assert found(data) == []


def test_latency_is_no_work_of_the_hands_and_orphan_work_takes_no_part():
    data = sheet(
        customer("c1"), back("b1", actor="clerk", work_min=50, uses="crm"),
        support("s1", actor="clerk", work_min=50),
        evidence("e1"), links="c1 > b1", tools={"crm": {"latency_s": 600}}, cases_per_month=100,
        actors={"clerk": {"headcount": 1, "hours_per_month": 100}},
    )  # fmt: skip
    assert found(data) == []


def test_what_is_unknown():
    assert missing(busy(60, cases=None)) == ["blueprint blueprint cases_per_month", "step f1 work_min"]
    assert missing(busy(60, headcount=None)) == ["actor clerk headcount", "step f1 work_min"]
    assert found(busy(60, cases=None)) == found(busy(60, headcount=None)) == []


def test_assumed_rework_is_said():
    steps = back("b1", actor="clerk", work_min=60, basis="observed")
    data = {"cases_per_month": 100, "actors": {"clerk": {"headcount": 1, "hours_per_month": 100}}}
    assert findings(sheet(steps, **data))[0].rests_on == "observed"
    assert findings(sheet(steps, links="b1 > b1 rework", **data))[0].rests_on == "assumed"
