"""Flow: textbook answers, exchanges, waits, visits, and what is bounded."""

import json
from math import inf
from pathlib import Path
from time import perf_counter

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings

from blueprint.document import from_data, read
from blueprint.flow import MOST_SCENARIOS, Flow
from blueprint.graph import BlueprintGraph
from tests.bench.friction import exchange
from tests.blueprint.sheets import back, customer, evidence, front, sheet
from tests.blueprint.strategies import blueprints
from tests.draws import draws

ROOT = Path(__file__).parents[2]
EXPECTED = json.loads((ROOT / "tests/blueprint/friction/expected.json").read_text(encoding="utf-8"))


def flow(*steps, **rest):
    return Flow(BlueprintGraph(sheet(*steps, **rest)))


def figures(*steps, **rest):
    return flow(*steps, **rest).as_data()


def lead(*steps, **rest):
    return figures(*steps, **rest)["lead_min"]


def done(id, work, moment=1, **fields):
    return back(id, moment, work_min=work, **fields)


@pytest.mark.parametrize("name", EXPECTED)
def test_lead_time_of_the_examples(name):
    assert Flow(BlueprintGraph(read(ROOT / "examples" / name))).as_data()["lead_min"] == pytest.approx(
        EXPECTED[name]["lead_min"], abs=5e-4
    )


def test_a_step_done_again_with_probability_r_takes_t_over_1_minus_r():
    assert lead(done("a", 1), links="a > a rework 0.2") == 1.25
    assert figures(done("a", 1), links="a > a rework 0.2")["visits"] == {"a": 1.25}


def test_the_credit_process_takes_8_65_days():
    day = 1440
    steps = [
        done(id, days * day) for id, days in [("a", 1), ("b", 1), ("c", 3), ("d", 3), ("e", 1), ("f", 2)]
    ]
    links = "a > a rework 0.2, a > b > d, a > c > d, d > e 0.6, d > f 0.4"
    assert lead(*steps, links=links) == pytest.approx(8.65 * day)


def test_work_side_by_side_takes_the_longest_and_alternatives_their_weighted_mean():
    steps = done("a", 1), done("b", 10), done("c", 20)
    assert lead(*steps, links="a > b, a > c") == 21
    assert lead(*steps, links="a > b 0.3, a > c 0.7") == 1 + 0.3 * 10 + 0.7 * 20
    assert lead(*steps, links="a > b 0.3, a > c 0.2") == 1 + 0.3 * 10 + 0.2 * 20


def test_a_join_waits_for_all_that_the_case_took_and_for_nothing_else():
    steps = done("a", 1), done("b", 10), done("c", 20), done("d", 1)
    assert lead(*steps, links="a > b > d, a > c > d") == 22
    assert lead(*steps, links="a > b 0.5, a > c 0.5, b > d, c > d") == 1 + 15 + 1
    assert figures(*steps, links="a > b 0.5, b > d, a > c")["visits"] == {"a": 1, "b": 0.5, "c": 1, "d": 0.5}


def test_parallel_links_add_up_to_1_at_most():
    steps = done("a", 1), done("b", 10)
    assert lead(*steps, links="a > b 0.3, a > b 0.5") == pytest.approx(9)
    assert lead(*steps, links="a > b, a > b 0.5") == 11


def test_the_elapsed_time_holds_wait_work_and_tools():
    step = front("f1", work_min=2, wait_min=10, uses="crm*3", actor="clerk")
    result = figures(step, tools={"crm": {"latency_s": 20}})
    assert result["lead_min"] == 13 and result["employee_min"] == {"clerk": 3}


def test_an_exchange_does_each_member_once_and_what_follows_waits_for_the_whole():
    steps = done("a", 1), done("b", 10), done("c", 100), done("d", 1000)
    assert lead(*steps, links="a > b, b > c 0.3, c > b, b > d") == 1111
    assert lead(*steps, links="a > c, b > c 0.3, c > b, b > d 0.5") == 111 + 500


def test_an_exchange_is_visited_when_a_link_into_it_is_taken():
    steps = done("a", 1), done("b", 10), done("c", 100)
    assert figures(*steps, links="a > b 0.25, b > c > b")["visits"] == {"a": 1, "b": 0.25, "c": 0.25}


def test_the_body_of_a_loop_is_every_step_on_a_path_back():
    steps = done("a", 1, 1), done("b", 10, 2), done("x", 100, 2), done("c", 1000, 3)
    assert lead(*steps, links="a > b > c, a > x, c > b 0.5") == 1 + 2 * 1010
    assert figures(*steps, links="a > b > c, a > x, c > a rework 0.5")["visits"] == {
        "a": 2,
        "b": 2,
        "x": 1,
        "c": 2,
    }


def test_several_loops_multiply_and_count_only_where_their_end_is_reached():
    steps = done("a", 1), done("b", 10)
    assert figures(*steps, links="a > b, b > a rework 0.5, b > b 0.5")["visits"] == {"a": 2, "b": 4}
    assert figures(*steps, links="a > b 0.5, b > a rework 0.5")["visits"] == {"a": 1.5, "b": 1}


def test_a_rework_link_without_a_share_is_assumed_to_be_a_tenth():
    assert lead(done("a", 9), links="a > a rework") == pytest.approx(10)


def test_the_customers_waiting_is_the_idle_time_before_a_step_and_its_own_wait():
    result = figures(
        customer("c1", work_min=2),
        done("b", 30),
        customer("c2", work_min=1, wait_min=5),
        links="c1 > b > c2, c1 > c2",
    )
    assert result["customer_wait_min"] == {"c1": 0, "c2": 35} and result["customer_work_min"] == 3


def test_without_a_customer_step_before_it_only_the_own_wait_counts():
    result = figures(done("b", 30), customer("c1", wait_min=5), links="b > c1")
    assert result["customer_wait_min"] == {"c1": 5}


def test_within_an_exchange_the_customer_waits_from_their_own_last_step():
    result = figures(
        customer("c1", work_min=2), front("f1", work_min=7), customer("c2", work_min=1), customer("c3"),
        links="c1 > f1 > c1, f1 > c2 > f1, c1 > c3",
    )  # fmt: skip
    assert result["customer_wait_min"] == {"c1": 0, "c2": 7, "c3": 8}


def test_waiting_is_a_mean_over_all_cases():
    result = figures(
        customer("c1"), done("b", 40), customer("c2"), links="c1 > c2, c1 > b 0.25, b > c2",
    )  # fmt: skip
    assert result["customer_wait_min"]["c2"] == 10


def test_orphan_work_takes_no_part_where_there_are_customers():
    assert lead(customer("c1", work_min=1), done("b", 100)) == 1
    assert lead(done("b", 100)) == 100
    assert "b" not in figures(customer("c1"), done("b", 1, actor="x"))["visits"]


def test_evidence_takes_no_part():
    steps = customer("c1", work_min=1), evidence("e1", wait_min=50), customer("c2", work_min=2)
    assert lead(*steps, links="c1 > e1 > c2") == 2


def test_the_critical_path_is_that_of_the_likeliest_scenario():
    steps = done("a", 1), done("b", 10), done("c", 20), done("d", 1)
    assert figures(*steps, links="a > b > d, a > c > d")["critical_path"] == ["a", "c", "d"]
    assert figures(*steps, links="a > b 0.6, a > c 0.4, b > d, c > d")["critical_path"] == ["a", "b", "d"]
    assert figures(*steps, links="a > b > c > b, b > d")["critical_path"] == ["a", "b", "c", "d"]


def test_cases_in_progress_are_arrivals_times_lead_time():
    day, month = 1440, 365.25 / 12
    assert figures(done("a", 3 * day), cases_per_month=10 * month)["in_progress"] == pytest.approx(30)
    assert figures(done("a", 3 * day))["in_progress"] is None


def test_utilisation_is_the_work_that_arrives_over_the_hours_there_are():
    step = back("a", work_min=12, actor="clerk")
    actors = {"clerk": {"headcount": 2, "hours_per_month": 100}}
    busy = figures(step, links="a > a rework 0.2", cases_per_month=800, actors=actors)
    assert busy["utilisation"] == {"clerk": pytest.approx(800 * 12 / 0.8 / 60 / 200)}
    assert figures(step, actors=actors)["utilisation"] == {}
    assert figures(step, cases_per_month=800)["utilisation"] == {}


def test_an_empty_blueprint_and_one_of_which_nothing_is_known():
    assert figures()["lead_min"] == 0 and figures()["critical_path"] == []
    assert figures(customer("c1"), front("f1"), links="c1 > f1")["lead_min"] == 0


def ladder(rungs):
    steps = [done(f"a{n}", 1) for n in range(rungs + 1)] + [done(f"b{n}", 3) for n in range(rungs)]
    links = ", ".join(
        f"a{n} > a{n + 1} 0.5, a{n} > b{n} 0.5, b{n} > a{n + 1}" for n in range(rungs)
    )  # fmt: skip
    return steps, links


def test_all_scenarios_while_they_are_few_else_a_fixed_draw_that_says_so():
    steps, links = ladder(6)
    few = flow(*steps, links=links)
    assert not few.sampled and few.scenario_count == 64 and few.as_data()["lead_min"] == 7 + 6 * 1.5
    steps, links = ladder(40)
    many = flow(*steps, links=links)
    assert many.sampled and many.scenario_count == MOST_SCENARIOS
    assert many.as_data()["lead_min"] == pytest.approx(41 + 60, rel=0.02)
    assert many.as_data() == flow(*steps, links=links).as_data() and many.as_data()["sampled"]


@pytest.mark.parametrize("data", [exchange(60)], ids=["sixty steps all exchanging"])
def test_a_dense_blueprint_ends_in_bounded_time(data):
    start = perf_counter()
    assert 0 < Flow(BlueprintGraph(from_data(data))).as_data()["lead_min"] < inf
    assert perf_counter() - start < 5


def test_loops_in_loops_end_in_a_number():
    steps = [done(f"a{n}", 1, 1) for n in range(60)]
    links = (
        " > ".join(step["id"] for step in steps) + "".join(f", a59 > a{n} rework 0.9" for n in range(60)) * 4
    )
    result = figures(*steps, links=links)
    json.dumps(result, allow_nan=False)
    assert result["lead_min"] > 1e6


def brute_force(document):
    """Lead time by walking every scenario one by one, in plain Python."""
    graph = BlueprintGraph(document)
    gone = {step for orphans in graph.orphans if graph.customer_steps for step in orphans} | set(
        graph.evidence_steps
    )
    net, shares = nx.DiGraph(), {}
    net.add_nodes_from(step for step in graph.steps if step not in gone)
    for link in graph.flow:
        if not {link.source, link.target} & gone:
            net.add_edge(link.source, link.target)
            share = 1 if link.share is None else link.share
            shares[link.source, link.target] = min(1, shares.get((link.source, link.target), 0) + share)
    units = [sorted(unit, key=list(graph.steps).index) for unit in nx.strongly_connected_components(net)]
    unit_of = {step: number for number, unit in enumerate(units) for step in unit}
    order = list(nx.topological_sort(nx.condensation(net, [set(unit) for unit in units])))
    outer = {ends: share for ends, share in shares.items() if unit_of[ends[0]] != unit_of[ends[1]]}

    def elapsed(step):
        record = graph.steps[step]
        tools = sum((graph.tools[use.tool].latency_s or 0) * use.times for use in record.uses) / 60
        return (record.work_min or 0) + (record.wait_min or 0) + tools

    def walk(choices):
        visited = {}
        taken = {ends for ends, share in outer.items() if share > 1 - 1e-12 or choices.get(ends[0]) == ends}
        for number in order:
            into = [ends for ends in outer if unit_of[ends[1]] == number]
            came = [ends for ends in into if ends in taken and visited[unit_of[ends[0]]]]
            visited[number] = bool(came) or not into
        reached = {step for step in unit_of if visited[unit_of[step]]}
        rounds = dict.fromkeys(unit_of, 1.0)
        for link in graph.rework:
            if link.source in reached:
                body = {link.source, link.target} | (
                    set(graph.after(link.target)) & set(graph.before(link.source))
                )
                for step in body & reached:
                    rounds[step] /= 1 - (0.1 if link.share is None else link.share)
        finish = {}
        for number in order:
            if visited[number]:
                came = [ends for ends in taken if unit_of[ends[1]] == number and visited[unit_of[ends[0]]]]
                start = max([finish[unit_of[ends[0]]] for ends in came], default=0)
                finish[number] = start + sum(elapsed(step) * rounds[step] for step in units[number])
        return max(finish.values(), default=0)

    total, deciders = 0.0, {}
    for ends, share in outer.items():
        if share <= 1 - 1e-12:
            deciders.setdefault(ends[0], []).append(ends)
    combinations = [({}, 1.0)]
    for source, options in deciders.items():
        rest = 1 - sum(outer[ends] for ends in options)
        chances = [(ends, outer[ends]) for ends in options] + [(None, max(0.0, rest))]
        combinations = [({**c, source: e}, w * p) for c, w in combinations for e, p in chances if p > 1e-9]
    for choices, weight in combinations:
        total += weight * walk(choices)
    return total


@given(blueprints(most=6))
@settings(max_examples=draws(120), deadline=None)
def test_lead_time_is_that_of_a_walk_through_every_scenario(data):
    document = from_data(data)
    result = Flow(BlueprintGraph(document))
    if not result.sampled:
        assert result.figures().lead[0] == pytest.approx(brute_force(document), rel=1e-9, abs=1e-9)


@given(blueprints())
@settings(max_examples=draws(80), deadline=None)
def test_figures_are_finite_and_never_negative(data):
    found = Flow(BlueprintGraph(from_data(data))).figures()
    for part in (found.lead, found.visits, found.reached, found.gap, found.work, found.wait):
        assert np.isfinite(part).all() and (part >= 0).all()
