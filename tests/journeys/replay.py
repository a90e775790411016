"""Proof that the log holds everything: the first snapshot with all changes applied is what the rows say."""

from typing import Any

from blueprint.changes import apply
from journeys.loading import load_state
from journeys.models import Blueprint, Change, Snapshot


def state_in(blueprint: Blueprint) -> dict[str, Any]:
    """What the rows say, without any cache."""
    return load_state(Blueprint.objects.get(pk=blueprint.pk))


def snapshot_of(blueprint: Blueprint, seq: int = 0) -> dict[str, Any]:
    records = Snapshot.objects.get(blueprint=blueprint, seq=seq).records
    return {type_: {record["id"]: record for record in entries} for type_, entries in records.items()}


def assert_replays(blueprint: Blueprint) -> None:
    """Forwards from the snapshot to the rows, and back by the inverses."""
    start = state = snapshot_of(blueprint)
    log = list(Change.objects.filter(blueprint=blueprint).order_by("seq"))
    assert [entry.seq for entry in log] == list(range(1, len(log) + 1))
    for entry in log:
        applied = apply(state, entry.ops)
        assert applied.ops == entry.ops, f"the log of change {entry.seq} is not complete"
        state = applied.state
    assert state == state_in(blueprint)
    for entry in reversed(log):
        state = apply(state, entry.inverse).state
    assert state == start
