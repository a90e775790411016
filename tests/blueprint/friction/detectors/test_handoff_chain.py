"""handoff-chain: many hands behind one customer step."""

from functools import partial

from tests.blueprint.friction import seen
from tests.blueprint.sheets import back, customer, evidence, front, sheet, support

found = partial(seen.found, detector="handoff-chain")
findings = partial(seen.findings, detector="handoff-chain")
missing = partial(seen.missing, detector="handoff-chain")


def chain(actors, start="c1"):
    """Steps s1, s2 … in a row behind a customer step, each by the actor of its letter; `-` is unknown."""
    steps = [back(f"s{n}", actor=None if name == "-" else name) for n, name in enumerate(actors, start=1)]
    return [customer("c1"), *steps], " > ".join([start, *(step["id"] for step in steps)])


def along(actors, **limits):
    steps, links = chain(actors)
    return found(sheet(*steps, links=links), **limits)


def test_four_changes_are_many_and_three_are_few():
    assert along("abcde") == ["s1 s2 s3 s4 s5"]
    assert along("ababa") == ["s1 s2 s3 s4 s5"]
    assert along("abcd") == [] and along("aabbccdd") == []
    assert along("abcd", limit=3) == ["s1 s2 s3 s4"]


def test_unknown_actors_are_skipped():
    assert along("a-b-c-d") == [] and along("a-a-a-a-a") == []
    assert along("a-b-c-d-e") == ["s1 s2 s3 s4 s5 s6 s7 s8 s9"]


def test_a_customer_step_or_rework_on_the_way_ends_the_path():
    steps, _ = chain("abcde")
    assert found(sheet(*steps, customer("c2"), links="c1 > s1 > s2 > c2 > s3 > s4 > s5")) == []
    assert found(sheet(*steps, links="c1 > s1 > s2 > s3 > s4, s4 > s5 rework")) == []
    assert found(sheet(*steps, evidence("e1"), links="c1 > s1 > s2 > s3 > e1 > s4 > s5")) == []


def test_only_work_behind_a_customer_step_counts():
    steps, _ = chain("abcde")
    assert found(sheet(*steps, links="s1 > s2 > s3 > s4 > s5 > c1")) == []


def test_the_path_with_most_changes_is_shown_and_no_more_of_it_than_they_need():
    steps, links = chain("abcdeee")
    more = [front("x1", actor="a"), front("x2", actor="b")]
    document = sheet(*steps, *more, links=f"{links}, c1 > x1 > x2, s7 > x1")
    (finding,) = findings(document)
    assert finding.evidence["changes"] == 6 and finding.evidence["path"][-1] == "x2"
    steps, links = chain("abcdeee")
    assert found(sheet(*steps, links=links)) == ["s1 s2 s3 s4 s5"]


def test_one_finding_for_each_customer_step():
    steps, links = chain("abcde")
    document = sheet(*steps, customer("c2"), links=f"{links}, c2 > s2, c2 > s1")
    assert [one.per for one in findings(document)] == [("c1",), ("c2",)]
    assert "C1" in findings(document)[0].because and "4" in findings(document)[0].because


def test_an_exchange_counts_as_its_members_in_document_order():
    steps, _ = chain("abcd")
    assert found(sheet(*steps, links="c1 > s1 > s2 > s1, s2 > s3 > s4 > s3")) == []
    assert found(
        sheet(*steps, support("s5", actor="e"), links="c1 > s4, s4 > s1 > s2 > s3 > s4, s3 > s5")
    ) == ["s1 s2 s3 s4 s5"]


def test_what_is_unknown():
    document = sheet(customer("c1"), back("b1"), back("b2"), links="c1 > b1")
    assert missing(document) == ["step b1 actor"]
