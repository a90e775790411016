"""What holds of the log whatever two people do (R2, R7).

It replays, nothing doubles, and undo spares the work of the other.
"""

from typing import Any

import pytest
from django.contrib.auth.models import User
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blueprint.document import from_data, to_data
from blueprint.records import to_document
from journeys.models import Change
from journeys.services.errors import Refused
from journeys.services.states import state_read
from tests.draws import draws
from tests.factories import PersonFactory, blueprint_of, put, remove, set_, shared_with, submit, undo
from tests.journeys.replay import assert_replays, state_in

LETTER = st.sampled_from(["a", "é", "👩🏽‍💻"])
# Few records and fields, so that two people meet at the same ones.
OPS = st.one_of(
    st.builds(lambda id, title: set_("step", id, "title", title), st.sampled_from(["c1", "s1"]), LETTER),
    st.builds(lambda channel: set_("step", "c1", "channel", channel), st.sampled_from([None, "phone"])),
    st.just(put("step", id="s1", lane="front", moment="m2", title="new")),
    st.just(put("link", id="k3", source="s1", target="c2")),
    st.just(put("use", id="u1", step="s1", tool="till")),
    st.builds(remove, st.just("step"), st.sampled_from(["c1", "s1"])),
    st.just(remove("lane", "front")),
    st.just(remove("moment", "m2")),
    st.just(remove("channel", "phone")),
    # g1 is a flag, fp a finding.
    st.builds(lambda id, reason: put("review", id=id, reason=reason), st.sampled_from(["g1", "fp"]), LETTER),
    st.builds(
        lambda on, id: put("note", id=id, on=on),
        st.sampled_from(["g1", "fp", "n1"]),
        st.sampled_from(["r1", "r2"]),
    ),
    st.builds(remove, st.just("review"), st.sampled_from(["g1", "fp"])),
    st.just(remove("flag", "g1")),
)
# Who, and what: ops, or to undo one of the last changes of one's own (0 is the newest).
ACTS = st.lists(
    st.tuples(st.booleans(), st.one_of(st.lists(OPS, min_size=1, max_size=2), st.integers(0, 2))),
    min_size=3,
    max_size=12,
)

slow_database = settings(
    max_examples=draws(60),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def values(state: dict[str, Any]) -> dict[tuple[str, ...], Any]:
    """Every field of every record by its name."""
    return {
        (type_, id_, field): value
        for type_, records in state.items()
        for id_, record in records.items()
        for field, value in record.items()
    }


@pytest.mark.django_db
@slow_database
@given(acts=ACTS)
def test_r7_whatever_two_people_do(db: None, acts: list[tuple[bool, Any]]) -> None:
    alice, bob = PersonFactory(username="alice"), PersonFactory(username="bob")
    sheet = shared_with(blueprint_of(alice), bob)
    done: list[tuple[User, dict[str, Any]]] = []
    last_by: dict[tuple[str, ...], User] = {}
    for by_alice, act in acts:
        person = alice if by_alice else bob
        before = values(state_read(sheet.pk)[1])
        try:
            if isinstance(act, int):
                mine = [answer for author, answer in done if author == person]
                if not mine:
                    continue
                answer = undo(sheet, person, mine[-1 - act % len(mine)])
            else:
                answer = submit(sheet, person, *act)
        except Refused:
            continue
        done.append((person, answer))
        after = values(state_read(sheet.pk)[1])
        if isinstance(act, int):
            for name, by in last_by.items():
                if by != person and name in before:
                    assert after.get(name, "gone") == before[name], f"undo took {name}, last written by {by}"
        for name in before.keys() | after.keys():
            if before.get(name, ...) != after.get(name, ...):
                last_by[name] = person
    assert_replays(sheet)
    state = state_in(sheet)
    assert state == state_read(sheet.pk)[1]
    assert from_data(to_data(to_document(state)))
    assert Change.objects.filter(blueprint=sheet).count() == len(done)


@pytest.mark.django_db
@slow_database
@given(ops=st.lists(st.lists(OPS, min_size=1, max_size=3), max_size=6))
def test_r2_changes_sent_again_and_again_count_once(db: None, ops: list[list[Any]]) -> None:
    alice = PersonFactory(username="alice")
    sheet = blueprint_of(alice)
    answers = {}
    for index, change in enumerate(ops):
        try:
            answers[index] = submit(sheet, alice, *change)
        except Refused:
            continue
    state = state_in(sheet)
    for index in [*answers, *reversed(answers)]:
        assert submit(sheet, alice, *ops[index], id=answers[index]["id"]) == answers[index]
    assert state_in(sheet) == state
