"""ping-pong: a case that goes to and fro."""

from functools import partial

from tests.blueprint.friction import seen
from tests.blueprint.sheets import back, customer, evidence, front, sheet, support

found = partial(seen.found, detector="ping-pong")
findings = partial(seen.findings, detector="ping-pong")
missing = partial(seen.missing, detector="ping-pong")


def by(actor, id, lane=back, **fields):
    return lane(id, actor=actor, **fields)


A1, B1, A2, B2 = by("a", "a1"), by("b", "b1"), by("a", "a2"), by("b", "b2")


def test_there_and_back_where_the_other_adds_nothing():
    document = sheet(A1, B1, A2, links="a1 > b1 > a2")
    assert found(document) == ["a1 b1 a2"]
    (finding,) = findings(document)
    assert set(finding.elements) == {"a", "b"} and finding.evidence["returns"] == ["a2"]
    assert "A" in finding.because and "B1" in finding.because


def test_there_and_back_where_the_other_adds_something():
    for fields in ({"types": "x@crm"}, {"kind": "approval"}, {"kind": "decision"}, {"kind": "automatic"}):
        assert found(sheet(A1, by("b", "b1", **fields), A2, links="a1 > b1 > a2")) == []
        run = sheet(A1, B1, by("b", "b2", **fields), A2, links="a1 > b1 > b2 > a2")
        assert found(run) == []


def test_twice_to_and_fro_whatever_is_done():
    document = sheet(A1, by("b", "b1", kind="approval"), A2, B2, links="a1 > b1 > a2 > b2")
    assert found(document) == ["a1 b1 a2 b2"] and findings(document)[0].evidence["returns"] == ["a2", "b2"]


def test_runs_of_one_actor_are_merged():
    document = sheet(A1, by("a", "a0"), B1, B2, A2, links="a1 > a0 > b1 > b2 > a2")
    assert found(document) == ["a1 a0 b1 b2 a2"]


def test_near_misses():
    assert found(sheet(A1, B1, links="a1 > b1")) == []
    assert found(sheet(A1, B1, A2, links="a1 > b1, a1 > a2")) == []
    assert found(sheet(A1, B1, by("c", "c9"), A2, links="a1 > b1 > c9 > a2")) == []
    assert found(sheet(A1, B1, back("x"), A2, links="a1 > b1 > x > a2")) == []
    assert found(sheet(A1, customer("k", actor="b"), A2, links="a1 > k > a2")) == []
    assert found(sheet(A1, B1, A2, links="a1 > b1, b1 > a2 rework")) == []
    assert found(sheet(A1, evidence("e1", actor="b"), A2, links="a1 > e1 > a2")) == []


def test_the_case_must_go_along_one_path():
    assert found(sheet(A1, B1, A2, B2, links="a1 > b1, b2 > a2")) == []


def test_an_exchange_counts_as_its_members_in_document_order():
    assert found(sheet(A1, B1, links="a1 > b1 > a1")) == []
    assert found(sheet(A1, B1, A2, links="a1 > b1 > a1, b1 > a2")) == ["a1 b1 a2"]
    assert found(sheet(A1, A2, B1, links="a1 > b1 > a1, b1 > a2, a2 > b1")) == []


def test_a_branch_that_adds_something_does_not_hide_the_one_that_does_not():
    document = sheet(A1, B1, by("b", "b2", kind="decision"), A2, links="a1 > b1 > a2, a1 > b2 > a2")
    assert found(document) == ["a1 b1 a2"]


def test_one_finding_for_each_pair():
    chain = [by("a", "s1"), by("b", "s2"), by("a", "s3"), by("c", "s4"), by("a", "s5")]
    document = sheet(*chain, links="s1 > s2 > s3 > s4 > s5")
    assert found(document) == ["s1 s2 s3", "s3 s4 s5"]


def test_an_unknown_actor_on_the_way_is_said():
    document = sheet(A1, back("x"), A2, support("alone"), front("f1"), links="a1 > x > a2")
    assert found(document) == [] and missing(document) == ["step x actor"]
