"""The graph: sides, lines, paths, exchanges, and who works for whom."""

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from blueprint.graph import BlueprintGraph
from blueprint.reach import Reach, StepOrder, places
from tests.blueprint.sheets import back, customer, evidence, front, sheet, support


def graph(*steps, **rest):
    return BlueprintGraph(sheet(*steps, **rest))


def test_work_behind_a_customer_step_stops_at_the_next_customer_step():
    sheet = graph(
        customer("c1"),
        customer("c2", 2),
        front("f1"),
        back("b1"),
        back("b2", 2),
        links="c1 > f1 > b1 > c2 > b2",
    )
    assert list(sheet.behind("c1")) == ["f1", "b1"]
    assert list(sheet.behind("c2")) == ["b2"]
    assert list(sheet.serves("f1")) == ["c2"]
    assert list(sheet.serves("b2")) == []


def test_a_step_touches_whoever_waits_for_it_and_whoever_set_it_off():
    sheet = graph(customer("c1"), customer("c2", 2), front("f1"), back("b1"), links="c1 > f1 > c2, f1 > b1")
    assert list(sheet.touches("f1")) == ["c1", "c2"]
    assert list(sheet.touches("b1")) == ["c1"]
    assert list(sheet.touches("c1")) == ["c1"]


def test_a_step_that_neither_serves_nor_follows_a_customer_touches_what_its_later_work_touches():
    sheet = graph(customer("c1"), support("s0"), support("s1"), back("b1"), links="s0 > s1 > b1, c1 > b1")
    assert list(sheet.touches("s0")) == list(sheet.touches("s1")) == ["c1"]


def test_what_serves_someone_does_not_borrow_from_its_later_work():
    sheet = graph(
        customer("c1"), customer("c2"), support("s1"), back("b1"), links="s1 > c2, s1 > b1, c1 > b1"
    )
    assert list(sheet.touches("s1")) == ["c2"]


def test_rework_and_evidence_are_in_no_path():
    sheet = graph(
        customer("c1"), evidence("e1"), front("f1", 2), back("b1"), back("b2"),
        links="c1 > e1 > f1, f1 > b1, b1 > b2 rework, b2 > b2",
    )  # fmt: skip
    assert not sheet.after("c1") and not sheet.after("f1") and not sheet.after("b1") and not sheet.after("b2")
    assert [(link.source, link.target) for link in sheet.rework] == [("f1", "b1"), ("b1", "b2"), ("b2", "b2")]
    assert [(link.source, link.target) for link in sheet.evidence_links] == [("c1", "e1"), ("e1", "f1")]


def test_earlier_is_the_order_of_the_sheet_by_phase():
    document = sheet(front("f1", 1), front("f2", 2), links="f1 > f2")
    turned = document.model_copy(update={"phases": document.phases[::-1]})
    assert not BlueprintGraph(document).rework
    assert [link.id for link in BlueprintGraph(turned).rework] == ["k1"]


def test_steps_that_reach_one_another_are_one_exchange():
    sheet = graph(
        customer("c1"), front("f1"), front("f2"), back("b1"), links="c1 > f1 > c1, f1 > f2, f2 > b1 > f2"
    )
    assert [list(unit) for unit in sheet.units] == [["c1", "f1"], ["f2", "b1"]]
    assert list(sheet.unit("c1")) == ["c1", "f1"]
    assert list(sheet.after("c1")) == ["c1", "f1", "f2", "b1"]
    assert list(sheet.before("f2")) == ["c1", "f1", "f2", "b1"]


def test_a_step_alone_is_a_unit_of_its_own():
    assert list(graph(customer("c1")).unit("c1")) == ["c1"]


def test_a_step_is_done_by_its_actor_else_by_the_actor_of_its_lane():
    sheet = graph(
        front("f1"), front("f2", actor="boss"), back("b1"), lanes={"frontstage": {"actor": "clerk"}}
    )
    assert [sheet.actor(step) for step in ("f1", "f2", "b1")] == ["clerk", "boss", None]
    assert list(sheet.steps_by("clerk")) == ["f1"]
    assert not sheet.steps_by("nobody")


def test_lines_stand_below_the_last_lane_of_a_kind_where_lanes_are_on_both_sides():
    document = sheet(front("f1"))
    assert BlueprintGraph(document).lines == {
        "interaction": "customer", "visibility": "frontstage", "internal-interaction": "backstage",
    }  # fmt: skip
    some = document.model_copy(
        update={"lanes": [lane for lane in document.lanes if lane.kind == "frontstage"]}
    )
    assert BlueprintGraph(some).lines == {}


def test_sets_of_steps_are_walked_in_document_order_and_behave_as_sets():
    order = StepOrder("dcba")
    assert list(order.set("abd")) == ["d", "b", "a"]
    assert list(order.set("ab") | {"c"}) == ["c", "b", "a"]
    assert list(order.set("abc") - {"b"}) == ["c", "a"]
    assert list(order.set("abc") & order.set("cd")) == ["c"]
    assert order.set("ab") == {"a", "b"} and order.set("ab") == order.set("ba") and "z" not in order.set("a")
    assert len(order.set("abc")) == 3 and not order.set() and repr(order.set("a")) == "{a}"


SIZE = 8
LINKS = st.lists(st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)), max_size=20)


@given(LINKS)
def test_reach_is_that_of_networkx(links):
    reach = Reach(SIZE, links)
    plain = nx.DiGraph(links)
    plain.add_nodes_from(range(SIZE))
    for place, bits in enumerate(reach.after()):
        onward = {end for first in plain.successors(place) for end in {first} | nx.descendants(plain, first)}
        assert set(places(bits)) == onward
