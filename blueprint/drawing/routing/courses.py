"""The course of each link through the grid: the sides it leaves and arrives at, and what lies between.

Gutter g stands left of column g, channel h above row h; one more of each closes the grid. Cards fill the
width of their column, so gutters and channels are always free, and a cell without cards can be crossed. A
course alternates between horizontal and vertical runs; the candidates of a link are all courses of up to four
bends that start and end at a free side, and the cheapest is taken. O(links).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from blueprint.drawing.routing import Grid, Spot

Side = Literal["L", "R", "T", "B"]
Passage = tuple[Literal["gutter", "channel"], int]

# Rough sizes of the sheet: what a length costs before anything has its place.
COLUMN, ROW, CARD_WIDTH, CARD_HEIGHT, GUTTER = 190.0, 110.0, 160.0, 75.0, 30.0
BEND = 45.0  # one bend costs as much as this many units of length
CROWD = 12.0  # and one neighbour along the same passage as this many
AGAINST = 70.0  # leaving or arriving on the side that faces away


@dataclass(frozen=True)
class Course:
    """One link's way: `via` are the passages between the run at the source and the run at the target."""

    leaves: Side
    via: tuple[Passage, ...]
    arrives: Side

    @property
    def straight(self) -> bool:
        return not self.via and (self.leaves + self.arrives) in ("RL", "LR", "BT", "TB")


def plan(grid: Grid, links: list[tuple[int, int]], facing: set[tuple[int, int]]) -> list[Course]:
    """The course of every link. `facing` holds the links that a level line within a row can draw."""
    chosen: dict[int, Course] = {}
    crowd: dict[Passage, int] = defaultdict(int)
    level: set[tuple[int, Side]] = set()  # sides whose level line is taken
    spots = grid.spots
    # Short links first: they have the fewest ways, and long ones go around them.
    reach = [abs(spots[a].column - spots[b].column) * 2 + abs(spots[a].row - spots[b].row) for a, b in links]
    for index in sorted(range(len(links)), key=lambda number: (reach[number], number)):
        source, target = links[index]
        best, best_cost = None, float("inf")
        for course in candidates(grid, spots[source], spots[target], (source, target) in facing):
            is_level = course.straight and course.leaves in "LR"
            if is_level and ((source, course.leaves) in level or (target, course.arrives) in level):
                continue
            cost = _cost(spots[source], spots[target], course) + CROWD * sum(
                crowd[passage] for passage in course.via
            )
            if cost < best_cost - 1e-9:
                best, best_cost = course, cost
        assert best is not None, "four bends always lead from a card to a card"
        chosen[index] = best
        for passage in best.via:
            crowd[passage] += 1
        if best.straight and best.leaves in "LR":
            level |= {(source, best.leaves), (target, best.arrives)}
    return [chosen[index] for index in range(len(links))]


def candidates(grid: Grid, source: Spot, target: Spot, facing: bool) -> Iterator[Course]:
    """Every course of up to four bends between two cards, simple ones first."""
    if source == target:
        yield Course("R", (("gutter", source.column + 1),), "R")
        return
    if (source.row, source.column) == (target.row, target.column):
        if target.place == source.place + 1:
            yield Course("B", (), "T")
        if target.place == source.place - 1:
            yield Course("T", (), "B")
    starts = list(_runs(grid, source))
    ends = list(_runs(grid, target))
    yield from _straight(grid, source, target, facing)
    yield from _one_bend(grid, source, target)
    for leaves, first in starts:
        for arrives, last in ends:
            if first == last:
                yield Course(leaves, (first,), arrives)
            elif first[0] != last[0]:
                yield Course(leaves, (first, last), arrives)
            elif first[0] == "gutter":
                for channel in {source.row, source.row + 1, target.row, target.row + 1}:
                    yield Course(leaves, (first, ("channel", channel), last), arrives)
            else:
                for gutter in {source.column, source.column + 1, target.column, target.column + 1}:
                    yield Course(leaves, (first, ("gutter", gutter), last), arrives)


def _runs(grid: Grid, spot: Spot) -> Iterator[tuple[Side, Passage]]:
    """The passages that a run from each side of a card reaches, through empty cells where there are some."""
    row, column = spot.row, spot.column
    for gutter in range(column + 1, min(grid.columns, column + 3) + 1):
        if grid.clear_across(row, column + 1, gutter - 1):
            yield "R", ("gutter", gutter)
    for gutter in range(column, max(0, column - 2) - 1, -1):
        if grid.clear_across(row, gutter, column - 1):
            yield "L", ("gutter", gutter)
    if grid.is_last(spot):
        for channel in range(row + 1, min(grid.rows, row + 4) + 1):
            if grid.clear_down(column, row + 1, channel - 1):
                yield "B", ("channel", channel)
    if grid.is_first(spot):
        for channel in range(row, max(0, row - 3) - 1, -1):
            if grid.clear_down(column, channel, row - 1):
                yield "T", ("channel", channel)


def _straight(grid: Grid, source: Spot, target: Spot, facing: bool) -> Iterator[Course]:
    if source.row == target.row and facing:
        first, last = sorted((source.column, target.column))
        if first != last and grid.clear_across(source.row, first + 1, last - 1):
            yield Course("R", (), "L") if source.column < target.column else Course("L", (), "R")
    if source.column == target.column and source.row != target.row:
        upper, lower = sorted((source, target), key=lambda spot: spot.row)
        clear = grid.clear_down(source.column, upper.row + 1, lower.row - 1)
        if clear and grid.is_last(upper) and grid.is_first(lower):
            yield Course("B", (), "T") if upper is source else Course("T", (), "B")


def _one_bend(grid: Grid, source: Spot, target: Spot) -> Iterator[Course]:
    """Along the row of one card and the column of the other, where they meet in an empty cell."""
    if source.row == target.row or source.column == target.column:
        return
    for along, upright in ((source, target), (target, source)):
        meet_row, meet_column = along.row, upright.column
        left, right = sorted((along.column, meet_column))
        inner = (left + 1, right) if along.column == left else (left, right - 1)
        if not grid.clear_across(meet_row, *inner):
            continue
        above = meet_row < upright.row
        if above and not (grid.is_first(upright) and grid.clear_down(meet_column, meet_row, upright.row - 1)):
            continue
        if not above and not (
            grid.is_last(upright) and grid.clear_down(meet_column, upright.row + 1, meet_row)
        ):
            continue
        level: Side = "R" if meet_column > along.column else "L"
        plumb: Side = "T" if above else "B"
        yield Course(level, (), plumb) if along is source else Course(plumb, (), level)


def _cost(source: Spot, target: Spot, course: Course) -> float:
    """Length and bends of a course in the rough sheet, and what reads badly about it."""
    points = [_port(source, course.leaves)]
    horizontal = course.leaves in "LR"
    for kind, index in course.via:
        x, y = points[-1]
        points.append((index * COLUMN - GUTTER / 2, y) if kind == "gutter" else (x, index * ROW - 10))
        horizontal = kind == "channel"
    end = _port(target, course.arrives)
    x, y = points[-1]
    points.append((end[0], y) if horizontal else (x, end[1]))
    points.append(end)
    length = sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(points))
    cost = length + BEND * (0 if course.straight else len(course.via) + 1)
    ahead, below = target.column - source.column, target.row - source.row
    cost += AGAINST * _faces_away(course.leaves, ahead, below) + AGAINST * _faces_away(
        course.arrives, -ahead, -below
    )
    if ahead > 0 and course.arrives != "L":
        cost += AGAINST / 2  # time runs to the right: an arrow from the past is looked for on the left
    return cost


def _faces_away(side: Side, ahead: int, below: int) -> bool:
    """Whether a side turns its back on the other end."""
    return (
        (side == "R" and ahead < 0)
        or (side == "L" and ahead > 0)
        or (side == "B" and below < 0)
        or (side == "T" and below > 0)
    )


def _port(spot: Spot, side: Side) -> tuple[float, float]:
    x, y = spot.column * COLUMN, spot.row * ROW + spot.place * (CARD_HEIGHT + 18)
    match side:
        case "L":
            return x, y + 24
        case "R":
            return x + CARD_WIDTH, y + 24
        case "T":
            return x + CARD_WIDTH / 2, y
    return x + CARD_WIDTH / 2, y + CARD_HEIGHT
