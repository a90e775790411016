"""Ports that face each other across a gutter or a row of empty cells, kept at heights of their own.

A run out of a card's right side and one into the next card's left side may lie on one another where they
meet. The order of tracks can often prevent it, but not always, and in empty cells there are no tracks. So
ports of left sides give way to those they face.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from blueprint.drawing.routing.courses import Course
from blueprint.drawing.routing.ports import ABOVE, BELOW, STEP, Box, End, Ports, Sides

NEAR = 3.0
TRIES = [sign * STEP * part for part in (0.5, 0.25, 0.75, 1.0, 1.5, 2.0, 3.0) for sign in (1, -1)]

# Row, gutter, and height in steps of NEAR: what is near stands in the same step or the next.
Shelf = tuple[int, int, int]


def part(
    boxes: Sequence[Box],
    courses: Sequence[Course],
    links: Sequence[tuple[int, int]],
    sides: Sides,
    ports: Ports,
) -> None:
    """Moves ports within their side of the card, where that is needed and there is room. O(links)."""
    shelves: dict[Shelf, list[End]] = defaultdict(list)
    yielding = []
    for (_, side), there in sides.items():
        if side in "LR":
            for end in there:
                for gutter in _gutters(boxes, courses, links, end):
                    shelves[_shelf(boxes, end, gutter, ports[end.link, end.source])].append(end)
            if side == "L":
                yielding += [end for end in there if not courses[end.link].straight]
    for end in yielding:
        gutters = list(_gutters(boxes, courses, links, end))
        here, box = ports[end.link, end.source], boxes[end.box]
        for height in [here, *(here + shift for shift in TRIES)]:
            inside = box.top + ABOVE <= height <= box.top + box.height - BELOW
            if (inside or height == here) and not _met(boxes, end, gutters, height, shelves, ports):
                for gutter in gutters:
                    shelves[_shelf(boxes, end, gutter, here)].remove(end)
                    shelves[_shelf(boxes, end, gutter, height)].append(end)
                ports[end.link, end.source] = height
                break


def _met(
    boxes: Sequence[Box],
    end: End,
    gutters: Sequence[int],
    height: float,
    shelves: dict[Shelf, list[End]],
    ports: Ports,
) -> bool:
    """Whether a port at this height would come near another link's."""
    for gutter in gutters:
        row, _, step = _shelf(boxes, end, gutter, height)
        for shelf in ((row, gutter, step - 1), (row, gutter, step), (row, gutter, step + 1)):
            for other in shelves.get(shelf, ()):
                if other.link != end.link and abs(ports[other.link, other.source] - height) < NEAR:
                    return True
    return False


def _shelf(boxes: Sequence[Box], end: End, gutter: int, height: float) -> Shelf:
    return boxes[end.box].spot.row, gutter, int(height // NEAR)


def _gutters(
    boxes: Sequence[Box], courses: Sequence[Course], links: Sequence[tuple[int, int]], end: End
) -> Iterator[int]:
    """The gutters that the level run out of a card reaches, in its row."""
    course, column = courses[end.link], boxes[end.box].spot.column
    via = course.via if end.source else course.via[::-1]
    if via:
        stop = via[0][1]
    else:
        other = boxes[links[end.link][1 if end.source else 0]].spot.column
        stop = other if end.side == "R" else other + 1
    yield from range(column + 1, stop + 1) if end.side == "R" else range(stop, column + 1)
