"""Tracks of a passage: runs that overlap are kept apart, and their order crosses as little as it can."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blueprint.drawing.routing import tracks
from blueprint.drawing.routing.tracks import Run, arrange

ENDS = st.integers(0, 300).map(float)
SIDES = st.sampled_from([-1, 1])
RUNS = st.lists(st.builds(Run, ENDS, ENDS, SIDES, SIDES), max_size=25)


def apart(runs: list[Run], taken: list[int]) -> bool:
    return all(
        taken[a] != taken[b] or runs[a].low >= runs[b].high or runs[b].low >= runs[a].high
        for a in range(len(runs))
        for b in range(a)
    )


@pytest.mark.parametrize("many", [0, 400], ids=["crowded", "usual"])
@given(runs=RUNS)
def test_runs_that_overlap_never_share_a_track(many: int, runs: list[Run]) -> None:
    before, tracks.MANY = tracks.MANY, many
    try:
        taken, count = arrange(runs)
    finally:
        tracks.MANY = before
    assert apart(runs, taken)
    assert count == (max(taken) + 1 if taken else 0)


def test_runs_that_do_not_meet_share_a_track() -> None:
    assert arrange([Run(0, 50, -1, 1), Run(100, 150, -1, 1)]) == ([0, 0], 1)


def test_two_runs_downwards_do_not_cross() -> None:
    """The upper one to enter stands to the right: its entry passes above the other, which leaves below it."""
    upper, lower = Run(0, 100, -1, 1), Run(10, 110, -1, 1)
    taken, _ = arrange([upper, lower])
    assert taken == [1, 0]


def test_level_pieces_that_would_lie_on_one_another_are_kept_apart() -> None:
    """One link comes from a card on the left, the other goes to a card on the right, at the same height."""
    coming = Run(50, 120, -1, 1, start_fixed=True)
    going = Run(120, 50, 1, 1, end_fixed=True)
    taken, _ = arrange([going, coming])
    assert taken[1] < taken[0]
