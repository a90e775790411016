"""entry-mirror: behind each channel its own tools."""

from functools import partial

from tests.blueprint.friction import seen
from tests.blueprint.sheets import back, customer, evidence, front, sheet, support

found = partial(seen.found, detector="entry-mirror")
findings = partial(seen.findings, detector="entry-mirror")
missing = partial(seen.missing, detector="entry-mirror")


def branch(number, channel, uses=""):
    return customer(f"c{number}", 2, channel=channel), front(f"f{number}", 2, uses=uses)


def doors(*uses, more=""):
    pairs = [branch(n, f"ch{n}", tools) for n, tools in enumerate(uses, start=1)]
    links = ", ".join(f"c0 > c{n} > f{n}" for n in range(1, len(uses) + 1))
    return sheet(
        customer("c0", kind="decision"), *(step for pair in pairs for step in pair), links=links + more
    )


def test_three_branches_that_share_no_tool():
    document = doors("crm", "desk", "mail box")
    assert found(document) == ["c0 c1 c2 c3"] and "Desk" in findings(document)[0].because


def test_two_branches_that_share_one():
    assert found(doors("crm", "desk", "mail crm")) == []


def test_a_branch_without_tools_is_not_one_of_them():
    assert found(doors("crm", "desk", "")) == []
    assert found(doors("crm", "desk", "mail", "")) == ["c0 c1 c2 c3 c4"]


def test_tools_further_behind_count_and_those_of_exchanges_do_not():
    shared = back("b1", 2, uses="crm")
    document = doors("crm", "desk", "mail")
    assert found(document) == ["c0 c1 c2 c3"]
    data = sheet(
        customer("c0", kind="decision"), *branch(1, "a", "x"), *branch(2, "b", "y"), *branch(3, "c", "z"),
        shared,
        links="c0 > c1 > f1 > b1, c0 > c2 > f2 > b1, c0 > c3 > f3",
    )  # fmt: skip
    assert found(data) == []
    typed = front("f3", 2, types="i@z")
    assert (
        found(
            sheet(
                customer("c0", kind="decision"),
                *branch(1, "a", "x"),
                *branch(2, "b", "y"),
                branch(3, "c")[0],
                typed,
                links="c0 > c1 > f1, c0 > c2 > f2, c0 > c3 > f3",
            )
        )
        == []
    )


def test_no_maze_no_mirror():
    same = [(customer(f"c{n}", 2, channel="web"), front(f"f{n}", uses=f"t{n}")) for n in (1, 2, 3)]
    links = "c0 > c1 > f1, c0 > c2 > f2, c0 > c3 > f3"
    assert (
        found(sheet(customer("c0", kind="decision"), *(one for pair in same for one in pair), links=links))
        == []
    )
    assert missing(sheet(evidence("e1"), support("s1"))) == []
