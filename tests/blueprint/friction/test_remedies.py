"""A remedy means the same as other times and as another blueprint, and its own finding is gone."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blueprint.document import from_data, to_data
from blueprint.flow import Flow
from blueprint.friction import analyse
from blueprint.friction.carrying import carry_out
from blueprint.friction.remedies import Variants, together
from blueprint.graph import BlueprintGraph
from tests.blueprint.sheets import back, customer, front, sheet, support
from tests.blueprint.strategies import blueprints
from tests.draws import draws


def remedied(document):
    return [finding for finding in analyse(document).findings if finding.remedy is not None]


def totals(figures, graph, steps):
    """What both readings must agree on: lead time, and per step that both have, work and waiting."""
    place = graph.order.place
    return [figures.lead[0], *(figures.work[0, place[s]] + figures.wait[0, place[s]] for s in steps)]


@given(blueprints(), st.randoms(use_true_random=False))
@settings(max_examples=draws(150), deadline=None)
def test_other_times_and_another_blueprint_give_the_same_figures(data, chance):
    document = from_data(data)
    findings = [finding for finding in remedied(document) if chance.random() < 0.7]
    remedies = [finding.remedy for finding in findings]
    graph = BlueprintGraph(document)
    flow = Flow(graph)
    made = from_data(to_data(carry_out(document, together(remedies))))
    other = BlueprintGraph(made)
    again = Flow(other)
    if flow.sampled or again.sampled:
        return
    variant = flow.figures(Variants(flow, remedies).times(np.ones((1, len(remedies)), dtype=bool)))
    steps = [step for step in graph.steps if step in other.steps]
    assert totals(again.figures(), other, steps) == pytest.approx(
        totals(variant, graph, steps), rel=1e-9, abs=1e-9
    )
    place = graph.order.place
    assert all(variant.work[0, place[s]] == 0 for s in graph.steps if s not in other.steps)


@given(blueprints())
@settings(max_examples=draws(150), deadline=None)
def test_a_remedy_carried_out_makes_its_own_finding_vanish(data):
    document = from_data(data)
    for finding in remedied(document):
        left = analyse(carry_out(document, finding.remedy)).findings
        assert finding.fingerprint not in {one.fingerprint for one in left}


@given(blueprints())
@settings(max_examples=draws(60), deadline=None)
def test_all_remedies_together_leave_none_of_their_findings(data):
    document = from_data(data)
    findings = remedied(document)
    left = analyse(carry_out(document, together([one.remedy for one in findings]))).findings
    assert not {one.fingerprint for one in findings} & {one.fingerprint for one in left}


def after(document, detector):
    """The links of the blueprint in which the detector's findings are gone, its steps, and itself."""
    made = carry_out(
        document, together([one.remedy for one in remedied(document) if one.detector == detector])
    )
    return [f"{one.source} > {one.target} {one.share or 1:g}" for one in made.links], made


def step(document, id):
    return next(one for one in document.steps if one.id == id)


def test_what_is_typed_again_is_typed_no_more_and_the_tools_feed_one_another():
    document = sheet(
        front("f1", types="adr@till", work_min=3),
        back("b1", types={"information": "adr", "tool": "ship", "work_min": 2}, work_min=5),
        links="f1 > b1",
    )
    _, made = after(document, "re-entry")
    assert step(made, "b1").work_min == 3 and step(made, "b1").information == []
    assert step(made, "b1").basis == "proposed" and step(made, "f1") == step(document, "f1")
    assert [(one.id, feed.to) for one in made.tools for feed in one.feeds] == [("till", "ship")]


def test_within_an_exchange_the_first_entry_and_the_first_telling_stay():
    document = sheet(
        front("f1", types="adr@till"), back("b1", types="adr@ship"), customer("c1", tells="adr"),
        customer("c2", tells="adr"), links="f1 > b1 > f1, c1 > c2 > c1",
    )  # fmt: skip
    for detector, kept, gone in (("re-entry", "f1", "b1"), ("customer-repeats", "c1", "c2")):
        _, made = after(document, detector)
        assert step(made, kept).information and not step(made, gone).information


def approvals(*around, links, **fields):
    stacked = back("a1", kind="approval", work_min=1), back("a2", kind="approval", work_min=9)
    return sheet(*around, *stacked, links=links, **fields)


def test_an_approval_that_is_passed_over_goes_and_its_links_are_joined():
    links, made = after(
        approvals(front("f1"), front("f2"), links="f1 > a1 > a2 > f2 0.5"), "approval-stacking"
    )
    assert links == ["f1 > a1 1", "a1 > f2 0.5"] and [one.id for one in made.steps] == ["f1", "f2", "a1"]


def test_the_approval_that_comes_first_on_the_path_stays_whatever_the_order_of_the_list():
    links, made = after(approvals(front("f1"), links="f1 > a2 > a1"), "approval-stacking")
    assert links == ["f1 > a2 1"] and [one.id for one in made.steps] == ["f1", "a2"]


def test_two_paths_that_begin_with_an_approval_each_keep_their_own():
    document = sheet(*(back(f"a{n}", kind="approval") for n in range(3)), links="a0 > a2, a1 > a2")
    _, made = after(document, "approval-stacking")
    assert [one.id for one in made.steps if one.kind == "approval"] == ["a0", "a1"]


def test_an_approver_leaves_an_exchange():
    document = sheet(
        front("f1", decides="asks", stakes="minor"), support("s1", kind="approval"), links="f1 > s1 > f1"
    )
    links, made = after(document, "autonomy-gap")
    assert links == [] and [one.id for one in made.steps] == ["f1"] and step(made, "f1").decides == "alone"


@pytest.mark.parametrize(
    "links",
    [
        "f1 > a1 > a2 0.5, a2 > f2, a2 > f3",  # some cases, two ways on
        "a1 > a2, f1 > a2, a2 > f2 0.5, a2 > f3 0.5",  # two ways in, alternatives out
        "f1 > a1 > a2 > f2, f2 > a2 rework 0.3",  # a loop begins there
    ],
)
def test_an_approval_that_holds_several_ways_together_stays_as_an_automatic_step(links):
    document = approvals(
        front("f1"), front("f2"), front("f3"), links=links, lanes={"support": {"actor": "it"}}
    )
    _, made = after(document, "approval-stacking")
    kept = step(made, "a2")
    lane = next(one for one in made.lanes if one.id == kept.lane)
    assert (kept.kind, kept.work_min, lane.kind, lane.actor) == ("automatic", 0, "support", None)
    assert len(made.links) == len(document.links)


def test_notes_and_flags_outlive_the_step_they_stood_on():
    document = approvals(
        links="a1 > a2",
        notes=[{"id": "n1", "on": "a2", "kind": "pain", "text": "long"}],
        flags=[{"id": "g1", "on": ["a1", "a2"], "kind": "other", "text": ""}],
    )
    _, made = after(document, "approval-stacking")
    assert made.notes[0].on is None and made.flags[0].on == ["a1"]


def test_one_tool_is_not_quicker_than_those_it_stands_for():
    steps = [front(f"f{n}", uses=f"t{n}", work_min=1, actor="clerk") for n in range(4)]
    document = sheet(*steps, tools={"t1": {"latency_s": 30}})
    _, made = after(document, "tool-hops")
    assert {one.uses[0].tool for one in made.steps} == {"tool-1"}
    assert [one.work_min for one in made.steps] == pytest.approx([1, 1 + 28 / 60, 1 - 2 / 60, 1 - 2 / 60])


def test_a_search_a_slow_tool_and_a_loop_take_no_time():
    document = sheet(
        customer("c1"), front("f1", kind="search", work_min=3, uses="crm"), front("f2", uses="crm"),
        links="c1 > f1 > f2 > c1, f2 > f2 rework 0.5", tools={"crm": {"latency_s": 40}},
    )  # fmt: skip
    assert step(after(document, "search-time")[1], "f1").work_min == 0
    assert after(document, "tool-latency")[1].tools[0].latency_s == 0
    assert "f2 > f2 0.5" not in after(document, "rework-loop")[0]
