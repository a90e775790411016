"""People's marks on what is no card: links, lanes, moments, phases, and areas of the sheet."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from blueprint.drawing.canvas import Canvas
from blueprint.drawing.entries import Remarks
from blueprint.drawing.figures import moment_places
from blueprint.drawing.layout import PAD, Layout
from blueprint.drawing.marks import HIGH, POLE, area, bubble, counted, pennant, pennant_width
from blueprint.drawing.routing import Point
from blueprint.drawing.svg import Node, node
from blueprint.drawing.tokens import SIZE
from blueprint.graph import BlueprintGraph

SHORT = 60.0  # a run between two cards
OUT = 7.0  # by which an area stands out over its columns


@dataclass(frozen=True)
class Places:
    """Where the moments begin, where the lanes do, and how high the label of each lane is."""

    heads: float
    top: float
    labels: list[float]


def marked(
    canvas: Canvas, graph: BlueprintGraph, remarks: Remarks, layout: Layout, places: Places
) -> list[Node]:
    """Areas first, then the marks on single elements."""
    drawn = [_area(canvas, graph, remarks, place, layout, places.top) for place in range(len(remarks.areas))]
    for element, (x, y) in _corners(graph, layout, places).items():
        flags, notes = counted(remarks.flags.get(element, [])), counted(remarks.notes.get(element, []))
        if flags:
            drawn.append(node("g", *pennant(canvas, x, y, flags)))
        if notes:
            drawn.append(node("g", *bubble(canvas, x + (pennant_width(flags) + 3 if flags else 0), y, notes)))
    return drawn


def _area(
    canvas: Canvas, graph: BlueprintGraph, remarks: Remarks, place: int, layout: Layout, top: float
) -> Node:
    number, where = remarks.areas[place]
    columns, rows = moment_places(graph), {lane.id: index for index, lane in enumerate(graph.rows)}
    first, last = sorted(columns[moment] for moment in where.moments)
    upper, lower = sorted(rows[lane] for lane in where.lanes)
    # Areas that begin in one corner stand one within the other.
    inset = 4.0 * sum(
        first == min(columns[one] for one in other.moments) and upper == min(rows[one] for one in other.lanes)
        for _, other in remarks.areas[:place]
    )
    left, right = layout.columns[first][0] - OUT + inset, layout.columns[last][1] + OUT - inset
    high = top + layout.rows[upper].top + 3 + inset
    low = top + layout.rows[lower].top + layout.rows[lower].height - 3 - inset
    return node("g", *area(canvas, left, high, right, low, str(number)))


def _corners(graph: BlueprintGraph, layout: Layout, places: Places) -> dict[str, Point]:
    """Where the marks of each link, lane, moment and phase stand."""
    corners: dict[str, Point] = {}
    columns = moment_places(graph)
    for link, line in zip(graph.document.links, layout.links, strict=True):
        x, y = _foot(line)
        corners[link.id] = x, y + places.top - HIGH - POLE
    for lane, row, label in zip(graph.rows, layout.rows, places.labels, strict=True):
        corners[lane.id] = SIZE["margin"], places.top + row.top + PAD + label
    for moment, place in columns.items():
        corners[moment] = layout.columns[place][0] - 8, places.heads + 3
    for moment_of in reversed(graph.document.moments):
        left = layout.columns[columns[moment_of.id]][0]
        corners[moment_of.phase] = left - 10, places.heads - SIZE["phase-height"] - 8
    return corners


def _foot(line: list[Point]) -> Point:
    """Where a mark stands on a link: on its longest run, and where that is short at its beginning, so that
    the mark does not reach over the next card.
    """
    if len(line) < 2:
        return line[0]
    (a, b), (c, d) = max(pairwise(line), key=_length)
    return (min(a, c) + 3 if 0 < abs(a - c) < SHORT else (a + c) / 2), (b + d) / 2


def _length(run: tuple[Point, Point]) -> float:
    (a, b), (c, d) = run
    return abs(a - c) + abs(b - d)
