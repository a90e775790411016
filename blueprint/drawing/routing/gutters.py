"""The sheet's own router: links run in the gutters between columns and in the channels between lanes.

It decides in three steps, so that the sheet can make room before anything is drawn: the course of each link
through the grid, the ports on the cards, the tracks within each passage. `demand` says how many tracks each
gutter and channel needs; once the sheet has given every passage its place, `routes` answers the lines.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from blueprint.drawing.routing import Grid, Point
from blueprint.drawing.routing.corridors import part
from blueprint.drawing.routing.courses import Course, Passage, plan
from blueprint.drawing.routing.ports import Box, ends_of, least_heights, levels, place
from blueprint.drawing.routing.tracks import Run, arrange

Visit = tuple[int, int]  # link, place of the passage in its course


@dataclass(frozen=True)
class Placing:
    """Where things came to stand: columns, rows, and the tracks of each passage."""

    columns: Sequence[tuple[float, float]]  # left and right edge of the cards of each column
    rows: Sequence[float]  # where the tops of the cards of each row stand
    tracks: dict[Passage, Sequence[float]]


class Gutters:
    """One plan of links through one grid."""

    def __init__(self, grid: Grid, boxes: Sequence[Box], links: Sequence[tuple[int, int]]) -> None:
        self.grid, self.boxes, self.links = grid, boxes, list(links)
        facing = {
            link
            for link in self.links
            if boxes[link[0]].spot.row == boxes[link[1]].spot.row and levels(boxes, *link) is not None
        }
        self.courses: list[Course] = plan(grid, self.links, facing)
        self._sides = ends_of(grid, self.links, self.courses)
        self.least_heights = least_heights(self._sides)
        self.demand: dict[Passage, int] = {}
        self._track: dict[Visit, int] = {}

    def settle(self, placing: Placing) -> None:
        """Orders the runs of each passage, given roughly where things stand; fills `demand`."""
        self.ports = place(self.grid, self.boxes, self.links, self.courses, self._sides)
        part(self.boxes, self.courses, self.links, self._sides, self.ports)
        visits: dict[Passage, list[Visit]] = defaultdict(list)
        for index, course in enumerate(self.courses):
            for number, passage in enumerate(course.via):
                visits[passage].append((index, number))
        # Gutters first, then channels, then gutters again now that the order within the channels is known.
        for kind in ("gutter", "channel", "gutter"):
            for passage in sorted(visits):
                if passage[0] == kind:
                    self._arrange(passage, visits[passage], placing)

    def routes(self, placing: Placing) -> list[list[Point]]:
        """The corners of each link, from the edge of its source to the edge of its target."""
        return [self._line(index, placing) for index in range(len(self.links))]

    def _arrange(self, passage: Passage, visits: list[Visit], placing: Placing) -> None:
        axis = 1 if passage[0] == "gutter" else 0
        runs = []
        for index, number in visits:
            line = self._line(index, placing)
            # Corner `number` of a line is where passage `number` of its course begins.
            before, start, end, after = line[number], line[number + 1], line[number + 2], line[number + 3]
            runs.append(
                Run(
                    start[axis],
                    end[axis],
                    1 if before[1 - axis] > start[1 - axis] else -1,
                    1 if after[1 - axis] > end[1 - axis] else -1,
                    start_fixed=number == 0,
                    end_fixed=number == len(self.courses[index].via) - 1,
                )
            )
        tracks, count = arrange(runs)
        self.demand[passage] = count
        self._track.update(zip(visits, tracks, strict=True))

    def _line(self, index: int, placing: Placing) -> list[Point]:
        course, (source, target) = self.courses[index], self.links[index]
        first, last = (
            self._edge(source, course.leaves, index, True, placing),
            self._edge(target, course.arrives, index, False, placing),
        )
        if course.straight:
            return [first, last]
        points = [first]
        for number, passage in enumerate(course.via):
            at = self._at(passage, self._track.get((index, number), 0), placing)
            x, y = points[-1]
            points.append((at, y) if passage[0] == "gutter" else (x, at))
        x, y = points[-1]
        upright = course.arrives in "TB"
        points.append((last[0], y) if upright else (x, last[1]))
        points.append(last)
        return points

    def _edge(self, box: int, side: str, index: int, is_source: bool, placing: Placing) -> Point:
        card, port = self.boxes[box], self.ports[index, is_source]
        left, right = placing.columns[card.spot.column]
        top = placing.rows[card.spot.row]
        if side in "LR":
            return (left if side == "L" else right), top + port
        return left + port, top + card.top + (card.height if side == "B" else 0.0)

    def _at(self, passage: Passage, track: int, placing: Placing) -> float:
        tracks = placing.tracks[passage]
        # Before the tracks are known there is one place for all, a little apart so that order still shows.
        return tracks[track] if track < len(tracks) else tracks[-1] + 0.01 * track


def rough(
    grid: Grid, columns: Sequence[tuple[float, float]], rows: Sequence[float], bottom: float
) -> Placing:
    """A placing before any room was made: one track in the middle of each passage."""
    tracks: dict[Passage, Sequence[float]] = {}
    for gutter in range(grid.columns + 1):
        left = columns[gutter - 1][1] if gutter else columns[0][0] - 30.0
        right = columns[gutter][0] if gutter < grid.columns else left + 30.0
        tracks["gutter", gutter] = [(left + right) / 2]
    for channel in range(grid.rows + 1):
        tracks["channel", channel] = [rows[channel] - 12.0 if channel < grid.rows else bottom]
    return Placing(columns, rows, tracks)
