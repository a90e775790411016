"""What if it were gone, the target blueprint, and as-is against to-be."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings

from blueprint.document import from_data, read, to_data
from blueprint.friction import analyse, compare, diagnose, target, what_if
from tests.blueprint.friction.test_attribution import STACKED
from tests.blueprint.sheets import back, customer, front, sheet
from tests.blueprint.strategies import blueprints
from tests.draws import draws

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.json"))


def stack(document=STACKED):
    return analyse(document, only=["approval-stacking"]).findings[0].fingerprint


def test_what_if_gives_the_figures_before_and_after_and_what_is_gone():
    answer = what_if(STACKED, [stack()])
    assert stack() in answer["gone"] and answer["new"] == []
    assert (answer["before"]["lead_min"], answer["after"]["lead_min"]) == (36, 13)
    assert answer["delta"]["employee_work_min"] == -3
    assert answer["delta"]["customer_wait_min"] == {"c1": 0, "c2": -23}
    assert answer["delta"]["cost"]["per_month"] == -600 * 3 / 60 * 40
    assert answer["saved"]["per_month"]["base"] == 600 * 3 / 60 * 40


def test_a_finding_without_a_price_changes_nothing_and_is_named():
    document = sheet(customer("c1", moment_of_truth=True), front("f1", recovery="none"), links="c1 > f1")
    (finding,) = analyse(document, only=["no-recovery"]).findings
    answer = what_if(document, [finding.fingerprint])
    assert answer["without_price"] == [finding.fingerprint] and answer["gone"] == []
    assert answer["before"] == answer["after"]


def test_a_fingerprint_that_no_finding_has_is_said():
    for ask in (what_if, target):
        with pytest.raises(ValueError, match="no finding has the fingerprint nowhere"):
            ask(STACKED, ["nowhere"])


def test_the_target_is_a_valid_to_be_that_knows_its_as_is():
    made = target(STACKED, [stack()], as_is="bp-1")
    assert from_data(to_data(made)) == made
    assert (made.state, made.as_is) == ("to-be", "bp-1") and stack() not in {
        one.fingerprint for one in analyse(made).findings
    }
    assert [step.id for step in made.steps] == ["c1", "a1", "c2"]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_target_of_an_example_has_the_figures_of_its_price(path):
    document = read(path)
    found = diagnose(document)
    chosen = [one.fingerprint for one in found.findings if one.remedy]
    answer = what_if(document, chosen)
    assert set(chosen) <= set(answer["gone"])
    saved = -answer["delta"]["cost"]["employee_min"], -answer["delta"]["cost"]["customer_min"]
    assert saved == pytest.approx((found.cost.price.employee_min, found.cost.price.customer_min), abs=1e-4)
    compared = compare(document, target(document, chosen))
    assert {one["fingerprint"] for one in compared["resolved"]} >= set(chosen)
    json.dumps(compared, allow_nan=False)


def test_a_blueprint_compared_with_itself_has_only_kept_findings():
    compared = compare(STACKED, STACKED)
    assert len(compared["kept"]) == len(analyse(STACKED).findings)
    assert not any(compared[name] for name in ("resolved", "worsened", "new", "moved", "steps"))
    assert set(compared["flow"]["delta"]["customer_wait_min"].values()) == {0}


def test_a_finding_of_fewer_elements_is_the_same_finding():
    before = sheet(*(back(f"a{n}", kind="approval", work_min=1) for n in range(3)), links="a0 > a1 > a2")
    after = sheet(*(back(f"a{n}", kind="approval", work_min=9) for n in range(2)), links="a0 > a1")
    (worse,) = compare(before, after)["worsened"]
    assert worse["detector"] == "approval-stacking"
    assert (worse["before"]["employee_min"], worse["employee_min"]) == (2, 9)


def test_friction_that_only_changed_sides_is_told_as_moved():
    before = sheet(customer("c1", work_min=1), front("f1", work_min=6), links="c1 > f1")
    after = sheet(customer("c1", work_min=5), front("f1", work_min=1), links="c1 > f1")
    moved = compare(before, after)["moved"]
    assert [(one["scope"], one["id"], one["from"], one["to"]) for one in moved] == [
        ("step", "c1", "employee", "customer"), ("sheet", None, "employee", "customer"),
    ]  # fmt: skip
    assert (moved[0]["customer_min"], moved[0]["employee_min"]) == (4, -5) and "“C1”" in moved[0]["sentence"]
    assert [one["to"] for one in compare(after, before)["moved"]] == ["employee", "employee"]


def test_work_handed_to_a_new_customer_step_has_moved():
    before = sheet(customer("c1"), front("f1", work_min=6), links="c1 > f1")
    after = sheet(customer("c1"), customer("c2", work_min=5), front("f1", work_min=1), links="c1 > c2 > f1")
    assert ("step", "c2") in {(one["scope"], one["id"]) for one in compare(before, after)["moved"]}


def test_what_only_gets_better_has_not_moved():
    before = sheet(customer("c1", work_min=5), front("f1", work_min=6), links="c1 > f1")
    after = sheet(customer("c1", work_min=2), front("f1", work_min=6.05), links="c1 > f1")
    assert compare(before, after)["moved"] == []


def test_the_steps_that_changed_say_in_which_fields():
    before = sheet(customer("c1", work_min=5), front("f1"))
    after = sheet(customer("c1", work_min=2, emotion=1), front("f2"))
    assert compare(before, after)["steps"] == [
        {
            "step": "c1", "title": "C1", "change": "changed",
            "fields": {
                "work_min": {"before": 5, "after": 2}, "emotion": {"before": None, "after": 1},
            },
        },
        {"step": "f1", "title": "F1", "change": "removed", "fields": {}},
        {"step": "f2", "title": "F2", "change": "added", "fields": {}},
    ]  # fmt: skip


@given(blueprints(), blueprints())
@settings(max_examples=draws(40), deadline=None)
def test_any_two_blueprints_can_be_compared(one, other):
    as_is, to_be = from_data(one), from_data(other)
    compared = compare(as_is, to_be)
    json.dumps(compared, allow_nan=False)
    both = len(compared["kept"]) + len(compared["worsened"])
    assert both + len(compared["new"]) == len(analyse(to_be).findings)
    assert both + len(compared["resolved"]) == len(analyse(as_is).findings)
