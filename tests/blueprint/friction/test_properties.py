"""What holds for the detectors whatever the blueprint."""

import copy

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from blueprint.document import from_data
from blueprint.friction import analyse
from tests.blueprint.sheets import LANES
from tests.blueprint.strategies import blueprints
from tests.draws import draws

FIELDS_TO_FORGET = [  # (list of elements, field): to forget it can take a finding away, never bring one
    ("tools", "latency_s"),
    ("information", "reviewed_days_ago"),
    ("information", "delay_min"),
    ("actors", "headcount"),
    ("steps", "decides"),
    ("steps", "stakes"),
    ("steps", "standard"),
    ("steps", "measured_on"),
    ("steps", "expects"),
    ("steps", "emotion"),
    ("steps", "channel"),
]


def seen(data):
    """Each finding without its sentences."""
    findings = analyse(from_data(data)).findings
    return {one.fingerprint: (one.detector, set(one.steps), set(one.elements)) for one in findings}


@given(blueprints(), st.randoms(use_true_random=False))
@settings(max_examples=draws(80), deadline=None)
def test_renaming_and_reordering_what_the_rules_do_not_speak_of_changes_nothing(data, chance):
    turned = copy.deepcopy(data)
    for name in ("steps", "tools", "actors", "information", "channels", "lanes", "moments", "phases"):
        for element in turned[name]:
            element["title"] = "".join(chance.sample("abcdefgh", 5))
    for name in ("tools", "actors", "information", "channels", "lanes", "links"):
        chance.shuffle(turned[name])
    turned |= {"title": "other", "episode": "other", "state": "to-be"}
    assert seen(turned) == seen(data)


@given(blueprints(), st.sampled_from(LANES), st.integers(1, 3), st.integers(0, 8))
@settings(max_examples=draws(80), deadline=None)
def test_an_unlinked_blank_step_removes_no_finding_and_adds_only_orphan_work(data, lane, moment, place):
    # The first customer step of a sheet is no small thing: from then on unlinked work is outside the flow.
    assume(lane != "customer" or any(step["lane"] == "customer" for step in data["steps"]))
    before = seen(data)
    blank = {"id": "blank", "lane": lane, "moment": f"m{moment}", "title": ""}
    data["steps"].insert(place, blank)
    if lane in LANES[2:]:  # by the catalogue, someone on the team then stands in this moment
        of = {step["id"]: step["moment"] for step in data["steps"]}
        before = {
            fingerprint: one
            for fingerprint, one in before.items()
            if one[0] != "unsupported-moment" or of[next(iter(one[1]))] != f"m{moment}"
        }
    after = seen(data)
    # What speaks of all that an actor does counts the step among it; nothing else changes.
    assert {fingerprint: without_blank(after.get(fingerprint)) for fingerprint in before} == before
    new = [after[fingerprint] for fingerprint in set(after) - set(before)]
    assert [one for one in new if one[0] != "orphan-work" or one[1] != {"blank"}] == []


def without_blank(one):
    return one and (one[0], one[1] - {"blank"}, *one[2:])


@given(blueprints(), st.sampled_from(FIELDS_TO_FORGET), st.randoms(use_true_random=False))
@settings(max_examples=draws(150), deadline=None)
def test_what_is_forgotten_never_becomes_a_finding(data, where, chance):
    kind, field = where
    before = seen(data)
    for element in data[kind]:
        if chance.random() < 0.5:
            element[field] = None
    assert set(seen(data)) <= set(before)


@given(blueprints())
@settings(max_examples=draws(80), deadline=None)
def test_a_blueprint_of_which_nothing_but_cards_and_links_is_known_has_no_finding_but_of_their_kind(data):
    for step in data["steps"]:
        for field in set(step) - {"id", "lane", "moment", "title"}:
            del step[field]
    for kind in ("tools", "information", "actors"):
        data[kind] = [{"id": one["id"], "title": one["title"]} for one in data[kind]]
    for lane in data["lanes"]:
        lane["actor"] = None
    drawn = {"orphan-work", "rework-loop"}
    assert {finding.detector for finding in analyse(from_data(data)).findings} <= drawn
