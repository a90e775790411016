"""customer-repeats: told again by the customer."""

from functools import partial

from tests.blueprint.friction import seen
from tests.blueprint.sheets import customer, evidence, front, sheet

found = partial(seen.found, detector="customer-repeats")
findings = partial(seen.findings, detector="customer-repeats")


def test_told_again_further_on():
    document = sheet(
        customer("c1", tells="adr"), front("f1"), customer("c2", tells="adr"), links="c1 > f1 > c2"
    )
    assert found(document) == ["c1 c2"]
    (finding,) = findings(document)
    assert finding.elements == ("adr",) and finding.touches == ("c1", "c2")
    assert all(name in finding.because for name in ("Adr", "C1", "C2"))


def test_all_tellings_concerned_in_one_finding_and_no_other():
    document = sheet(
        customer("c1", tells="adr"), customer("c2", tells="adr"), customer("c3", tells="adr"),
        customer("c4", tells="adr"), customer("c5", tells="name"), links="c1 > c3 > c5, c2 > c3",
    )  # fmt: skip
    assert found(document) == ["c1 c2 c3"]


def test_told_once_on_each_of_two_branches_is_no_repetition():
    document = sheet(
        customer("c0"),
        customer("c1", tells="adr"),
        customer("c2", tells="adr"),
        links="c0 > c1 0.5, c0 > c2 0.5",
    )
    assert found(document) == []


def test_told_without_a_path_between():
    assert found(sheet(customer("c1", tells="adr"), customer("c2", 2, tells="adr"))) == []


def test_going_back_and_evidence_are_no_path():
    one, two = customer("c1", tells="adr"), customer("c2", tells="adr")
    assert found(sheet(one, two, links="c1 > c2 rework")) == []
    assert found(sheet(one, evidence("e1"), two, links="c1 > e1 > c2")) == []


def test_a_step_in_an_exchange_does_not_repeat_itself():
    assert found(sheet(customer("c1", tells="adr"), front("f1"), links="c1 > f1 > c1")) == []


def test_only_the_customer_tells():
    assert found(sheet(customer("c1", tells="adr"), front("f1", tells="adr"), links="c1 > f1")) == []
    assert found(sheet(front("f1", tells="adr"), customer("c1", tells="adr"), links="f1 > c1")) == []


def test_learning_is_not_telling():
    assert found(sheet(customer("c1", tells="adr"), customer("c2", learns="adr"), links="c1 > c2")) == []
