"""tool-hops: many tools for one actor."""

from functools import partial

from tests.blueprint.friction import seen
from tests.blueprint.sheets import back, customer, front, sheet

found = partial(seen.found, detector="tool-hops")
findings = partial(seen.findings, detector="tool-hops")
missing = partial(seen.missing, detector="tool-hops")
clerk = partial(front, actor="clerk")


def test_four_tools_in_the_episode():
    document = sheet(
        clerk("f1", 1, uses="a b"), clerk("f2", 2, uses="c"), clerk("f3", 2), clerk("f4", 3, uses="d a")
    )
    assert found(document) == ["f1 f2 f4"]
    (finding,) = findings(document)
    assert finding.elements == ("clerk",)
    assert finding.evidence["sequence"] == ["a", "b", "c", "d", "a"] and finding.evidence["changes"] == 4
    assert all(name in finding.because for name in ("Clerk", "4", "“A”", "“D”"))


def test_three_tools_in_the_episode_are_few():
    assert found(sheet(clerk("f1", 1, uses="a b"), clerk("f2", 2, uses="c a"))) == []


def test_three_tools_in_one_moment_also_over_lanes_and_steps():
    document = sheet(
        clerk("f1", 1, uses="a"), back("b1", 1, uses="b c", actor="clerk"), clerk("f2", 2, uses="a")
    )
    assert found(document) == ["f1 b1 f2"]
    assert "M1" in findings(document)[0].because


def test_the_same_tool_again_is_one_tool():
    assert found(sheet(clerk("f1", uses="a b*5 a b"))) == []


def test_two_actors_share_the_tools():
    assert found(sheet(clerk("f1", uses="a b"), front("f2", uses="c d", actor="boss"))) == []


def test_what_the_customer_uses_is_not_counted():
    document = sheet(customer("c1", uses="a b c d", actor="client"))
    assert found(document) == [] and missing(document) == []


def test_the_actor_of_the_lane_is_the_actor():
    document = sheet(front("f1", uses="a b"), clerk("f2", uses="c"), lanes={"frontstage": {"actor": "clerk"}})
    assert found(document) == ["f1 f2"]


def test_an_unknown_actor_is_never_a_finding_but_said():
    document = sheet(front("f1", uses="a b c d e"), front("f2"))
    assert found(document) == []
    assert missing(document) == ["step f1 actor"]


def test_limits():
    document = sheet(clerk("f1", uses="a b"))
    assert found(document, tools_per_moment=2) == ["f1"]
    assert found(document, tools_per_episode=2) == ["f1"]
    assert found(document, tools_per_episode=3) == []
    assert found(sheet(clerk("f1")), tools_per_episode=0, tools_per_moment=0) == []


def test_the_sequence_follows_the_sheet_not_the_list():
    document = sheet(clerk("f2", 2, uses="c d"), clerk("f1", 1, uses="a b"))
    assert findings(document)[0].evidence["sequence"] == ["a", "b", "c", "d"]
    assert found(document) == ["f2 f1"]
