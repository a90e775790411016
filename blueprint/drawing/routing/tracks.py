"""Parallel runs of one passage: who takes which track, so that none lie on one another and few cross.

Written for a gutter, whose runs go up and down and whose tracks count from left to right; a channel is the
same lying down.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush

CLEAR = 7.0  # runs that come this close end to end are kept on different tracks
NEAR = 3.0  # level pieces that come this close lie on one another
OVERLAY = 6  # lying on one another is as bad as this many crossings
MANY = (
    400  # above, runs are only kept apart: nobody follows a line among hundreds, and the search is quadratic
)
ROUNDS = 12  # sweeps of neighbour exchanges; a handful settles all but crowded gutters


@dataclass(frozen=True)
class Run:
    """A piece of a link within a passage, from `start` to `end` along it, and to which side the link goes on
    at each of the two: -1 (to lower tracks) or 1."""

    start: float
    end: float
    start_side: int
    end_side: int
    start_fixed: bool = False  # the link comes from, or goes to, a card there: no track will keep it apart
    end_fixed: bool = False

    @cached_property
    def low(self) -> float:
        return min(self.start, self.end)

    @cached_property
    def high(self) -> float:
        return max(self.start, self.end)

    @cached_property
    def ends(self) -> tuple[tuple[float, int, bool], tuple[float, int, bool]]:
        return (self.start, self.start_side, self.start_fixed), (self.end, self.end_side, self.end_fixed)


def arrange(runs: Sequence[Run]) -> tuple[list[int], int]:
    """A track for each run, and how many tracks there are. Runs that overlap have different tracks."""
    if not runs:
        return [], 0
    if len(runs) > MANY:
        return _fill(runs)
    order = sorted(range(len(runs)), key=lambda number: (_lean(runs[number]), runs[number].low, number))
    cost: dict[tuple[int, int], int] = {}

    def gain(left: int, right: int) -> int:
        """What is gained by exchanging two neighbours."""
        for pair in ((left, right), (right, left)):
            if pair not in cost:
                cost[pair] = _crossings(runs[pair[0]], runs[pair[1]])
        return cost[left, right] - cost[right, left]

    for _ in range(ROUNDS):
        moved = False
        for place in range(len(order)):
            # A run moves left to where that saves most, past those it has nothing to do with too.
            best, total, spot = 0, 0, place
            for left in range(place - 1, -1, -1):
                total += gain(order[left], order[place])
                if total > best:
                    best, spot = total, left
            if spot != place:
                order.insert(spot, order.pop(place))
                moved = True
        if not moved:
            break
    return _pack(runs, order)


def _pack(runs: Sequence[Run], order: Sequence[int]) -> tuple[list[int], int]:
    """The lowest track each run can take without changing its order among those it overlaps."""
    tracks = [0] * len(runs)
    placed: list[int] = []
    for number in order:
        tracks[number] = max(
            (tracks[other] + 1 for other in placed if _overlap(runs[number], runs[other])), default=0
        )
        placed.append(number)
    return tracks, max(tracks) + 1


def _fill(runs: Sequence[Run]) -> tuple[list[int], int]:
    """The first free track for each run from the top. O(n log n)."""
    tracks = [0] * len(runs)
    free: list[int] = []
    busy: list[tuple[float, int]] = []
    count = 0
    for number in sorted(range(len(runs)), key=lambda number: (runs[number].low, number)):
        while busy and busy[0][0] <= runs[number].low:
            heappush(free, heappop(busy)[1])
        if not free:
            heappush(free, count)
            count += 1
        tracks[number] = heappop(free)
        heappush(busy, (runs[number].high + CLEAR, tracks[number]))
    return tracks, count


def _lean(run: Run) -> int:
    return run.start_side + run.end_side


def _overlap(one: Run, other: Run) -> bool:
    return one.low < other.high + CLEAR and other.low < one.high + CLEAR


def _crossings(left: Run, right: Run) -> int:
    """How often two runs cross, and how often they lie on one another, with `left` on the lower track."""
    if not _overlap(left, right):
        return 0
    count = 0
    for at, side, _ in left.ends:
        if side > 0 and right.low <= at <= right.high:
            count += 1
    for at, side, _ in right.ends:
        if side < 0 and left.low <= at <= left.high:
            count += 1
    for at, side, fixed in left.ends:
        for at_other, side_other, fixed_other in right.ends:
            if side > 0 > side_other and fixed and fixed_other and abs(at - at_other) < NEAR:
                count += OVERLAY
    return count
