"""tool-latency: a slow tool that a customer feels."""

from functools import partial

from tests.blueprint.friction import seen
from tests.blueprint.sheets import back, customer, front, sheet

found = partial(seen.found, detector="tool-latency")
findings = partial(seen.findings, detector="tool-latency")
missing = partial(seen.missing, detector="tool-latency")
SLOW = {"crm": {"latency_s": 10}}
QUICK = {"crm": {"latency_s": 9.5}}


def test_at_the_limit_and_just_below():
    assert found(sheet(front("f1", uses="crm"), tools=SLOW)) == ["f1"]
    assert found(sheet(front("f1", uses="crm"), tools=QUICK)) == []


def test_times_count_but_each_use_is_judged_by_itself():
    tools = {"crm": {"latency_s": 5}}
    assert found(sheet(front("f1", uses="crm*2"), tools=tools)) == ["f1"]
    assert found(sheet(front("f1", uses="crm crm"), tools=tools)) == []


def test_backstage_only_where_it_serves_someone():
    assert found(sheet(back("b1", uses="crm"), tools=SLOW)) == []
    assert found(sheet(customer("c1"), back("b1", uses="crm"), links="c1 > b1", tools=SLOW)) == []
    assert found(
        sheet(back("b1", uses="crm"), back("b2"), customer("c1"), links="b1 > b2 > c1", tools=SLOW)
    ) == ["b1"]


def test_the_customers_own_use_is_not_counted():
    assert found(sheet(customer("c1", uses="crm"), tools=SLOW)) == []


def test_one_finding_a_tool_with_all_its_slow_uses():
    document = sheet(
        front("f1", uses="crm"), front("f2", uses="till*9 crm"), front("f3", uses="till"),
        tools={"crm": {"latency_s": 12}, "till": {"latency_s": 2}},
    )  # fmt: skip
    assert [(one.elements, one.steps) for one in findings(document)] == [
        (("crm",), ("f1", "f2")),
        (("till",), ("f2",)),
    ]
    assert "12\N{NO-BREAK SPACE}s" in findings(document)[0].because and "F1" in findings(document)[0].because


def test_an_unknown_latency_is_said_where_it_would_matter():
    document = sheet(front("f1", uses="crm"), back("b1", uses="erp"), tools={"hub": {}})
    assert found(document) == []
    assert missing(document) == ["tool crm latency_s"]


def test_limit_and_switch_in_the_document():
    steps = front("f1", uses="crm")
    assert found(sheet(steps, tools=SLOW, detectors={"tool-latency": {"limit_s": 11}})) == []
    assert found(sheet(steps, tools=QUICK, detectors={"tool-latency": {"limit_s": 9}})) == ["f1"]
    assert found(sheet(steps, tools=SLOW, detectors={"tool-latency": {"on": False}})) == []
    assert found(sheet(steps, tools=SLOW), limit_s=60) == []
