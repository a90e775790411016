"""Where links touch their cards: each end gets a point of its own on its side, ordered so that few cross.

On the left and right sides a port is a height in its row; one level line a side runs straight to the card it
faces. On top and bottom a port is a place across its column, shared out among all that run up or down between
two cards.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from blueprint.drawing.routing import Grid, Spot
from blueprint.drawing.routing.courses import CARD_HEIGHT, COLUMN, ROW, Course, Side

Sides = dict[tuple[int, Side], list["End"]]  # the ends at each side of each card
Ports = dict[tuple[int, bool], float]  # (link, whether its source end) -> height in the row, or place across

STEP = 9.0  # between two ports of a side
SHAFT_STEP = 16.0  # between two that run up or down: there is more room across a card
ABOVE, BELOW = 11.0, 9.0  # kept free at the ends of a left or right side
LEVEL = 24.0  # where the level lines of a row run, below the top of its cards


@dataclass
class Box:
    """A card as routing sees it: its cell, its top in the row, its height, and where ports may be across."""

    spot: Spot
    top: float
    height: float
    free: tuple[float, float]


@dataclass(frozen=True)
class End:
    """One end of a link at a side of a card. `toward` is -1 up or left, 0 straight on, 1 down or right."""

    link: int
    source: bool
    box: int
    side: Side
    toward: int
    key: tuple[float, float]


def ends_of(grid: Grid, links: Sequence[tuple[int, int]], courses: Sequence[Course]) -> Sides:
    """The ends at each side of each card, unordered."""
    found: Sides = defaultdict(list)
    for index, ((source, target), course) in enumerate(zip(links, courses, strict=True)):
        for is_source in (True, False):
            box, side = (source, course.leaves) if is_source else (target, course.arrives)
            toward, key = _heading(grid, links[index], course, is_source)
            found[box, side].append(End(index, is_source, box, side, toward, key))
    return found


def least_heights(ends: Sides) -> dict[int, float]:
    """How high a card must at least be for the ports of its left and right sides."""
    heights: dict[int, float] = defaultdict(float)
    for (box, side), there in ends.items():
        if side in "LR" and len(there) > 1:
            # Room for one more than there are: a level line seldom stands where the others would like.
            heights[box] = max(heights[box], ABOVE + BELOW + STEP * len(there))
    return heights


def levels(boxes: Sequence[Box], source: int, target: int) -> float | None:
    """The height in their row of a straight line between two cards; None where they do not face."""
    one, other = boxes[source], boxes[target]
    top = max(one.top, other.top) + ABOVE
    bottom = min(one.top + one.height, other.top + other.height) - BELOW
    if top > bottom:
        return None
    wanted = max(one.top, other.top) + LEVEL
    return min(max(wanted, top), bottom)


def place(
    grid: Grid,
    boxes: Sequence[Box],
    links: Sequence[tuple[int, int]],
    courses: Sequence[Course],
    sides: Sides,
) -> Ports:
    """The port of each end of each link."""
    ports: Ports = {}
    shafts: dict[tuple[int, int], list[End]] = defaultdict(list)
    for (box, side), there in sides.items():
        if side in "LR":
            _beside(boxes, links, courses, box, side, there, ports)
        else:
            # What leaves one card downwards meets what leaves the next card of the column upwards.
            spot = boxes[box].spot
            shafts[spot.column, _shaft(grid, boxes, box, side)] += there
    for there in shafts.values():
        _along_shaft(boxes, courses, there, ports)
    return ports


def _beside(
    boxes: Sequence[Box],
    links: Sequence[tuple[int, int]],
    courses: Sequence[Course],
    box: int,
    side: Side,
    there: list[End],
    ports: Ports,
) -> None:
    top, bottom = boxes[box].top + ABOVE, boxes[box].top + boxes[box].height - BELOW
    level = next((end for end in there if courses[end.link].straight), None)
    rising = sorted((end for end in there if end.toward < 0), key=lambda end: (end.key, end.link))
    falling = sorted(
        (end for end in there if end.toward > 0), key=lambda end: (end.key, end.link), reverse=True
    )
    if level is None:
        others = rising + falling
        step = min(STEP, (bottom - top) / max(1, len(others) - 1))
        # Left and right sides keep half a step apart, so that runs that meet in a gutter stay apart too.
        middle = boxes[box].top + min(LEVEL, boxes[box].height / 2) + (STEP / 2 if side == "L" else 0)
        start = min(max(middle - step * (len(others) - 1) / 2, top), bottom - step * (len(others) - 1))
        for number, end in enumerate(others):
            ports[end.link, end.source] = start + step * number
        return
    height = levels(boxes, *links[level.link])
    assert height is not None, "a level line was planned between cards that do not face"
    ports[level.link, level.source] = height
    # What has no room above the level line stands below it, and the other way round.
    while len(rising) * STEP > height - top and (len(falling) + 1) * STEP <= bottom - height:
        falling.insert(0, rising.pop())
    while len(falling) * STEP > bottom - height and (len(rising) + 1) * STEP <= height - top:
        rising.append(falling.pop(0))
    first = 1.5 if side == "L" else 1.0
    for ends, room, sign in ((rising[::-1], height - top, -1), (falling, bottom - height, 1)):
        step = min(STEP, room / (len(ends) - 1 + first)) if ends else STEP
        for number, end in enumerate(ends):
            ports[end.link, end.source] = height + sign * step * (first + number)


def _along_shaft(
    boxes: Sequence[Box],
    courses: Sequence[Course],
    there: list[End],
    ports: Ports,
) -> None:
    """Shares out the places across a column; the two ends of a straight line get the same."""
    seen: dict[int, End] = {}
    for end in there:
        if end.link not in seen or not courses[end.link].straight:
            seen[end.link if courses[end.link].straight else -1 - 2 * end.link - end.source] = end
    by_key = sorted(seen.values(), key=lambda end: (end.key, end.link))
    ordered = [end for end in by_key if end.toward < 0]
    ordered += [end for end in by_key if end.toward == 0]
    ordered += [end for end in reversed(by_key) if end.toward > 0]
    low = max(boxes[end.box].free[0] for end in there)
    high = min(boxes[end.box].free[1] for end in there)
    step = min(SHAFT_STEP, (high - low) / max(1, len(ordered) - 1))
    length = step * (len(ordered) - 1)
    start = min(max((low + high) / 2 - length / 2, low), high - length)
    for number, end in enumerate(ordered):
        ports[end.link, end.source] = start + step * number
        if courses[end.link].straight:
            ports[end.link, not end.source] = start + step * number


def _shaft(grid: Grid, boxes: Sequence[Box], box: int, side: Side) -> int:
    """The shaft a port opens into: a number of its own within the column."""
    spot = boxes[box].spot
    if side == "B" and not grid.is_last(spot):
        return -(1 + spot.row * 1000 + spot.place)
    if side == "T" and not grid.is_first(spot):
        return -(1 + spot.row * 1000 + spot.place - 1)
    row = spot.row if side == "T" else spot.row + 1
    while side == "B" and row < grid.rows and grid.clear_down(spot.column, row, row):
        row += 1
    return row


def _heading(
    grid: Grid, link: tuple[int, int], course: Course, is_source: bool
) -> tuple[int, tuple[float, float]]:
    """Which way an end's first run turns, and the key by which ends that turn the same way are ordered.

    Among those that rise on a right side, the nearest track belongs to the highest port; so first stand those
    that come back to the left, nearest first, then those that go on, farthest first. Other sides are mirrors.
    """
    near, far = (
        (grid.spots[link[0]], grid.spots[link[1]])
        if is_source
        else (grid.spots[link[1]], grid.spots[link[0]])
    )
    side = course.leaves if is_source else course.arrives
    other = course.arrives if is_source else course.leaves
    via = course.via if is_source else course.via[::-1]
    if course.straight:
        return 0, (0.0, 0.0)
    level = side in "LR"
    here = _centre(near)
    turn = _reach(via, 1, far, other)  # where the second run ends
    beyond = _reach(via, 2, far, other)  # and the third
    axis = 1 if level else 0
    delta = turn[axis] - here[axis]
    toward = 1 if delta > 0 else -1
    corner = via[0][1] * (COLUMN if level else ROW) if via else _centre(far)[1 - axis]
    onward = (beyond[1 - axis] - corner > 0) == (side in "RB")
    return toward, (1.0, -abs(delta)) if onward else (0.0, abs(delta))


def _reach(via: Sequence[tuple[str, int]], number: int, far: Spot, other: Side) -> tuple[float, float]:
    x, y = _centre(far)
    if number < len(via):
        kind, index = via[number]
        return (index * COLUMN - 15, y) if kind == "gutter" else (x, index * ROW - 10)
    if number == len(via):
        return x, y
    # Past the last passage the run ends on the other card's side.
    offset = {"L": (-15.0, 0.0), "R": (15.0, 0.0), "T": (0.0, -15.0), "B": (0.0, 15.0)}[other]
    return x + offset[0], y + offset[1]


def _centre(spot: Spot) -> tuple[float, float]:
    return spot.column * COLUMN + 80.0, spot.row * ROW + spot.place * (CARD_HEIGHT + 18) + 40.0
