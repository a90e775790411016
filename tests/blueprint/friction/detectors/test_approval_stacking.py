"""approval-stacking: approvals in a row."""

from functools import partial

from tests.blueprint.friction import seen
from tests.blueprint.sheets import back, customer, evidence, front, sheet, support

found = partial(seen.found, detector="approval-stacking")
findings = partial(seen.findings, detector="approval-stacking")
missing = partial(seen.missing, detector="approval-stacking")
approval = partial(back, kind="approval")


def test_two_in_a_row_also_across_lanes_and_with_work_between():
    document = sheet(
        approval("a1", work_min=2, wait_min=30),
        back("b1"),
        support("a2", kind="approval"),
        links="a1 > b1 > a2",
    )
    assert found(document) == ["a1 a2"]
    (finding,) = findings(document)
    assert (
        "A1" in finding.because and "A2" in finding.because and "30\N{NO-BREAK SPACE}min" in finding.because
    )
    assert finding.elements == ()


def test_side_by_side_is_no_stack():
    assert found(sheet(front("f1"), approval("a1"), approval("a2"), links="f1 > a1, f1 > a2")) == []


def test_one_alone():
    assert found(sheet(front("f1"), approval("a1"), links="f1 > a1")) == []


def test_a_customer_step_between_cuts_the_path():
    assert found(sheet(approval("a1"), customer("c1"), approval("a2"), links="a1 > c1 > a2")) == []


def test_rework_and_evidence_between_cut_the_path():
    assert found(sheet(approval("a1"), approval("a2"), links="a1 > a2 rework")) == []
    assert found(sheet(approval("a1"), evidence("e1"), approval("a2"), links="a1 > e1 > a2")) == []
    assert found(sheet(approval("a1", 2), approval("a2", 1), links="a1 > a2")) == []


def test_an_approval_by_the_customer_is_none_of_the_team():
    assert found(sheet(customer("c1", kind="approval"), approval("a1"), links="c1 > a1")) == []


def test_a_cluster_holds_all_that_are_joined_by_reaching():
    document = sheet(
        approval("a1"),
        approval("a2"),
        approval("a3"),
        approval("a4"),
        approval("a5"),
        links="a1 > a3, a2 > a3, a4 > a5",
    )
    assert found(document) == ["a1 a2 a3", "a4 a5"]


def test_approvals_in_an_exchange_stack():
    assert found(sheet(approval("a1"), approval("a2"), links="a1 > a2 > a1")) == ["a1 a2"]


def test_an_approval_in_an_exchange_with_other_work_stands_alone():
    assert found(sheet(approval("a1"), back("b1"), links="a1 > b1 > a1")) == []


def test_unknown_times_are_said():
    document = sheet(approval("a1", work_min=1), approval("a2", wait_min=1), approval("a3"), links="a1 > a2")
    assert missing(document) == ["step a1 wait_min", "step a2 work_min"]
