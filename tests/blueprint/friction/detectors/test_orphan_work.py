"""orphan-work: nothing joins it to a customer."""

from functools import partial

from tests.blueprint.friction import seen
from tests.blueprint.sheets import back, customer, evidence, front, sheet, support

found = partial(seen.found, detector="orphan-work")
findings = partial(seen.findings, detector="orphan-work")


def test_a_step_without_links_and_a_group_of_its_own():
    document = sheet(
        customer("c1"), front("f1"), back("b1"), back("b2"), support("s1"), links="c1 > f1, b1 > s1"
    )
    assert found(document) == ["b1 s1", "b2"]
    assert all("B2" in one.because or "B1" in one.because for one in findings(document))


def test_a_chain_read_in_any_direction_joins():
    document = sheet(
        customer("c1"), front("f1"), support("s1"), back("b1"), links="c1 > f1, s1 > f1, s1 > b1"
    )
    assert found(document) == []


def test_rework_joins_nothing():
    assert found(sheet(customer("c1"), front("f1"), links="c1 > f1 rework")) == ["f1"]
    assert found(sheet(customer("c1"), front("f1", 2), links="f1 > c1")) == ["f1"]


def test_a_link_of_its_own_to_evidence_joins_but_does_not_carry_on():
    document = sheet(
        customer("c1"), evidence("e1"), back("b1"), back("b2"), back("b3"), links="b1 > e1, e1 > b2, b3 > b2"
    )
    assert found(document) == ["b3"]


def test_evidence_does_not_join_its_step_to_the_customer_beyond():
    assert found(
        sheet(customer("c1"), evidence("e1"), back("b1"), back("b2"), links="c1 > e1 > b1 > b2")
    ) == ["b2"]


def test_without_any_customer_step_all_work_is_orphan():
    assert found(sheet(front("f1"), back("b1"), links="f1 > b1")) == ["f1 b1"]


def test_customer_and_evidence_steps_are_never_orphan_work():
    assert found(sheet(customer("c1"), customer("c2"), evidence("e1"))) == []
