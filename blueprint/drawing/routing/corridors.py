"""Empty cells crossed from both sides: two links that run towards each other in a row are moved apart.

A gutter's tracks keep apart what turns in it. In a row of empty cells nothing does: a run that comes from the
left and one that comes from the right may lie on one another there, so the latter's port gives way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from blueprint.drawing.routing.courses import Course
from blueprint.drawing.routing.ports import ABOVE, BELOW, STEP, Box, End, Ports, Sides

NEAR = 3.0
TRIES = [sign * STEP * part for part in (0.5, 0.25, 0.75, 1.0, 1.5, 2.0, 3.0) for sign in (1, -1)]


@dataclass(frozen=True)
class _Piece:
    """A level run out of a card, in columns: column c reaches from gutter c to gutter c + 1."""

    end: End
    low: float
    high: float


def part(boxes: Sequence[Box], courses: Sequence[Course], links: Sequence[tuple[int, int]], sides: Sides,
         ports: Ports) -> None:  # fmt: skip
    """Moves ports within their side of the card, where that is needed and there is room."""
    rows: dict[int, list[_Piece]] = defaultdict(list)
    for (box, side), there in sides.items():
        if side in "LR":
            rows[boxes[box].spot.row] += [_piece(boxes, courses, links, end) for end in there]
    for pieces in rows.values():
        crossing = [piece for piece in pieces if piece.high > piece.low]
        if len(crossing) < 2:
            continue
        for piece in crossing:
            if piece.end.side == "L" and not courses[piece.end.link].straight:
                _give_way(boxes, piece, crossing, sides, ports)


def _give_way(
    boxes: Sequence[Box],
    piece: _Piece,
    crossing: Sequence[_Piece],
    sides: Sides,
    ports: Ports,
) -> None:
    end, box = piece.end, boxes[piece.end.box]
    met = [
        ports[other.end.link, other.end.source]
        for other in crossing
        if other.end.link != end.link and other.low < piece.high and piece.low < other.high
    ]
    beside = [ports[other.link, other.source] for other in sides[end.box, "L"] if other is not end]
    here = ports[end.link, end.source]
    if all(abs(here - height) >= NEAR for height in met):
        return
    for shift in TRIES:
        height = here + shift
        inside = box.top + ABOVE <= height <= box.top + box.height - BELOW
        if inside and all(abs(height - other) >= NEAR for other in [*met, *beside]):
            ports[end.link, end.source] = height
            return


def _piece(
    boxes: Sequence[Box], courses: Sequence[Course], links: Sequence[tuple[int, int]], end: End
) -> _Piece:
    course = courses[end.link]
    via = course.via if end.source else course.via[::-1]
    column = boxes[end.box].spot.column
    start = column + (1.0 if end.side == "R" else 0.0)
    if via:
        stop = float(via[0][1])
    else:
        other = links[end.link][1 if end.source else 0]
        stop = boxes[other].spot.column + 0.5
    return _Piece(end, min(start, stop), max(start, stop))
