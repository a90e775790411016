"""Prices by removal, credit within a set, pairs, cost of inaction, and what could not be judged."""

import json
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings

from blueprint.document import from_data, read, to_data
from blueprint.friction import analyse, diagnose
from blueprint.friction.attribution import Attribution, credit, joint, price
from blueprint.graph import BlueprintGraph
from tests.bench.friction import exchange, ladder, loops
from tests.blueprint.sheets import back, customer, front, sheet
from tests.blueprint.strategies import blueprints
from tests.draws import draws

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.json"))

STACKED = sheet(
    customer("c1", work_min=1, emotion=-1),
    back("a1", kind="approval", work_min=2, wait_min=10, basis="observed"),
    back("a2", kind="approval", work_min=3, wait_min=20, basis="observed"),
    customer("c2", 2, moment_of_truth=True),
    links="c1 > a1 > a2 > c2, c1 > c2",
    cases_per_month=600,
    cost_per_hour=40,
)


def test_the_price_is_the_flow_before_minus_after():
    (finding,) = price(STACKED, analyse(STACKED, only=["approval-stacking"]).findings)
    assert (finding.customer_min, finding.employee_min) == (23, 3)


def test_a_finding_without_a_remedy_in_time_has_no_price():
    findings = price(STACKED, analyse(STACKED, only=["handoff-chain", "invisible-wait"]).findings)
    assert findings and all(one.customer_min is None and one.employee_min is None for one in findings)


def test_prices_overlap_and_the_credits_of_a_set_share_its_price():
    document = sheet(
        customer("c1"), front("f1", decides="asks", stakes="minor"), back("a1", kind="approval", work_min=4),
        back("a2", kind="approval", work_min=6), links="c1 > f1 > a1 > a2",
    )  # fmt: skip
    # Passing over a1 is the gap's remedy, passing over a2 that of the stack: here nothing overlaps.
    findings = analyse(document, only=["autonomy-gap", "approval-stacking"]).findings
    shares = credit(document, findings)
    assert sorted(one.employee_min for one in shares.values()) == [4, 6]
    slow = sheet(
        customer("c1"), front("f1", kind="search", uses="crm", work_min=2), links="c1 > f1",
        tools={"crm": {"latency_s": 60}},
    )  # fmt: skip
    findings = analyse(slow, only=["search-time", "tool-latency"]).findings
    own = {one.detector: one.employee_min for one in price(slow, findings)}
    shares = {one.detector: credit(slow, findings)[one.fingerprint].employee_min for one in findings}
    assert own == {"search-time": 3, "tool-latency": 1} and joint(slow, findings).employee_min == 3
    assert shares == {"search-time": 2.5, "tool-latency": 0.5}  # half of the minute that both would save


@given(blueprints())
@settings(max_examples=draws(80), deadline=None)
def test_credits_of_a_set_add_up_to_its_price(data):
    document = from_data(data)
    findings = [one for one in analyse(document).findings if one.remedy is not None]
    shares, whole = credit(document, findings).values(), joint(document, findings)
    assert sum(one.customer_min for one in shares) == pytest.approx(whole.customer_min, abs=1e-4)
    assert sum(one.employee_min for one in shares) == pytest.approx(whole.employee_min, abs=1e-4)


def test_drawn_orders_share_out_the_whole_price_too():
    steps = [back(f"s{n}", kind="search", work_min=n + 2) for n in range(14)]
    document = sheet(customer("c1"), *steps, links="c1 > " + " > ".join(one["id"] for one in steps))
    attribution = Attribution(BlueprintGraph(document), analyse(document, only=["search-time"]).findings)
    shares = attribution.credits(range(14))
    assert [cut.orders for cut in attribution.cuts] == [200]
    assert sorted(one.employee_min for one in shares.values()) == pytest.approx(range(2, 16))


@given(blueprints())
@settings(max_examples=draws(60), deadline=None)
def test_a_diagnosis_is_plain_json_and_finite_whatever_the_blueprint(data):
    document = from_data(data)
    diagnosis = diagnose(document)
    again = diagnose(document).as_data()
    assert json.dumps(diagnosis.as_data(), allow_nan=False) == json.dumps(again, allow_nan=False)
    found = {one.fingerprint for one in diagnosis.findings}
    assert found == {one.fingerprint for one in analyse(document).findings}
    chosen = [pair.finding.fingerprint for pair in diagnosis.pairs if pair.finding]
    assert len(diagnosis.pairs) <= 3 and len(set(chosen)) == len(chosen)
    assert all(pair.path[-1] == pair.irritant.step for pair in diagnosis.pairs)


def test_a_pair_names_the_irritant_the_obstacle_and_the_way_between():
    (first, *_) = diagnose(STACKED, only=["approval-stacking"]).pairs
    assert (first.irritant.step, first.finding.detector) == ("c2", "approval-stacking")
    assert first.credit.customer_min == 23 and first.minutes_per_month == 600 * 23
    assert first.path == ("a2", "c2") and "“C2”" in first.sentence and "23" in first.sentence


def test_a_wait_is_felt_where_customers_sit_it_out():
    document = sheet(
        customer("c1", kind="wait"), customer("c2", 2), back("a1", kind="approval", wait_min=30),
        back("a2", kind="approval", wait_min=40), links="c1 > c2, a1 > a2 > c2, c1 > a1",
    )  # fmt: skip
    pair = next(one for one in diagnose(document).pairs if one.irritant.step == "c1")
    assert pair.credit.customer_min == 40 and pair.minutes_per_month is None


def test_an_irritant_that_no_finding_explains_says_so():
    document = sheet(customer("c1", emotion=-2), front("f1"), links="c1 > f1")
    (pair,) = diagnose(document).pairs
    assert pair.finding is None and pair.path == ("c1",) and "no friction found explains it" in pair.sentence


def test_two_irritants_never_share_an_obstacle():
    document = sheet(
        customer("c1"), front("f1", uses="crm"), customer("c2"), customer("c3"),
        links="c1 > f1 > c2, f1 > c3", tools={"crm": {"latency_s": 60}},
    )  # fmt: skip
    pairs = diagnose(document, only=["tool-latency"]).pairs
    assert len(pairs) == 3 and len([one for one in pairs if one.finding]) == 1


def test_doing_nothing_costs_the_hours_of_a_month_and_customers_are_never_priced():
    cost = diagnose(STACKED, only=["approval-stacking"]).as_data()["cost"]
    month = 600 * 3 / 60 * 40
    assert cost["per_month"] == {"low": month, "base": month, "high": month}
    assert cost["customer_hours_per_month"] == 600 * 23 / 60 and cost["rests_on"] == "observed"


def test_what_is_assumed_gives_the_cost_a_range():
    data = to_data(STACKED)
    for step in data["steps"]:
        step["basis"] = "assumed"
    month = diagnose(from_data(data), only=["approval-stacking"]).as_data()["cost"]["per_month"]
    assert (month["low"], month["base"], month["high"]) == (900, 1200, 2100)


@pytest.mark.parametrize("field", ["cases_per_month", "cost_per_hour"])
def test_without_volume_or_rate_there_is_no_figure_and_the_field_is_named(field):
    cost = diagnose(STACKED.model_copy(update={field: None})).as_data()["cost"]
    assert cost["per_month"] is None and cost["missing"] == [field]
    assert (cost["customer_hours_per_month"] is None) == (field == "cases_per_month")


def test_what_people_dismissed_is_no_obstacle_and_no_cost():
    (finding,) = analyse(STACKED, only=["approval-stacking"]).findings
    review = {"finding": finding.fingerprint, "status": "dismissed", "detector": finding.detector}
    document = from_data(to_data(STACKED) | {"reviews": [review | {"elements": []}]})
    diagnosis = diagnose(document, only=["approval-stacking"])
    assert diagnosis.findings[0].employee_min == 3 and diagnosis.cost.price.employee_min == 0
    assert all(pair.finding is None for pair in diagnosis.pairs)


def test_what_would_let_the_weightiest_detector_judge_stands_first():
    document = sheet(
        customer("c1"), front("f1", uses="crm erp"), front("f2"), links="c1 > f1 > f2",
        tools={"crm": {"latency_s": 60}},
    )  # fmt: skip
    (first, *others) = diagnose(document).as_data()["unknown"]
    assert (first["detector"], first["id"], first["field"]) == ("tool-latency", "erp", "latency_s")
    assert others and "the response time of “Erp”" in first["sentence"]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_diagnosis_of_an_example_has_three_pairs_in_both_languages(path, language):
    data = diagnose(read(path), language=language).as_data()
    assert len(data["pairs"]) == 3 and all(pair["sentence"] for pair in data["pairs"])
    assert all(gap["sentence"] for gap in data["unknown"]) and data["notes"] == []


@pytest.mark.parametrize(
    ("data", "said"),
    [(exchange(60), False), (ladder(40), True), (loops(200), True)],
    ids=["exchange", "ladder", "loops"],
)
def test_a_dense_blueprint_ends_in_bounded_time_and_says_what_was_drawn(data, said):
    start = process_time()
    diagnosis = diagnose(from_data(data), language="en")
    assert process_time() - start < 5
    assert any("drawn at random" in note for note in diagnosis.notes) >= said
    assert diagnosis.flow["sampled"] == any("too many scenarios" in note for note in diagnosis.notes)
